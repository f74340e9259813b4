// The picture: vis-network draws nodes and lines at the places that came with the data; colours follow the reader's theme.

const dark = matchMedia("(prefers-color-scheme: dark)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let theme = dark.matches ? data.style.themes.dark : data.style.themes.light;
let network, nodes, edges;
let pointed = null;

// The layout is wider than high: on an upright screen it stands on its side. A little stretching makes it fill the screen.
function placed() {
  const { clientWidth: wide, clientHeight: high } = byId("picture");
  const upright = high > 1.2 * wide;
  const points = data.network.nodes.map(({ x, y }) => (upright ? [-y, x] : [x, y]));
  const shown = points.filter((_, index) => spotShown(index));
  const reach = (axis) => Math.max(...shown.map((point) => point[axis])) - Math.min(...shown.map((point) => point[axis])) || 1;
  if (shown.length < 4) return points;
  const wanted = Math.max(wide - margin(wide), 100) / Math.max(high - 80, 100);
  const stretch = wanted / (reach(0) / reach(1));
  const [sideways, upwards] = [Math.min(Math.max(stretch, 1), 1.5), Math.min(Math.max(1 / stretch, 1), 1.5)];
  return points.map(([x, y]) => [x * sideways, y * upwards]);
}

// Room at the sides for labels, in pixels of the screen: they keep their size whatever the scale.
const margin = (wide) => Math.min(150, wide * 0.22);

function drawPicture() {
  const points = placed();
  nodes = new vis.DataSet(data.network.nodes.map(({ label, ...node }) => ({ ...node, x: points[node.id][0], y: points[node.id][1], ...nodeLook(node.id), hidden: !spotShown(node.id) })));
  edges = new vis.DataSet(data.network.edges.map((edge) => ({ ...edge, ...edgeLook(edge.id), hidden: !lineShown(edge.id) })));
  network = new vis.Network(byId("picture"), { nodes, edges }, data.network.options);
  // One stop for the keyboard, the region around it, is enough.
  network.canvas.frame.removeAttribute("tabindex");
  network.canvas.frame.canvas.setAttribute("aria-hidden", "true");
  network.on("afterDrawing", drawLabels);
  network.on("resize", keepInView);
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) choose({ spot: node });
    else if (edge !== undefined) choose({ line: edge });
    else choose(null);
  });
  network.on("hoverNode", ({ node }) => { pointed = { spot: node }; byId("picture").classList.add("over"); network.redraw(); });
  network.on("hoverEdge", ({ edge }) => { pointed = { line: edge }; byId("picture").classList.add("over"); network.redraw(); });
  for (const event of ["blurNode", "blurEdge"]) {
    network.on(event, () => { pointed = null; byId("picture").classList.remove("over"); network.redraw(); });
  }
  showWhole(false);
}

function nodeLook(index) {
  const [background, border] = theme.nodes[data.spots[index].kind];
  const near = !state.near || state.near.spots.has(index);
  const picked = state.chosen !== null && state.chosen.spot === index;
  const colour = { background, border };
  return { color: { ...colour, hover: colour, highlight: colour }, opacity: near ? 1 : 0.14, borderWidth: picked ? 5 : 1.5 };
}

function edgeLook(index) {
  const line = data.lines[index];
  const near = !state.near || state.near.lines.has(index);
  const color = theme.lines[line.kind];
  const opacity = near ? (line.kind === "office" && !state.near ? 0.55 : 0.9) : 0.08;
  return { color: { color, hover: color, highlight: color, inherit: false, opacity } };
}

// Chosen things stay bright with their neighbours, the rest fades.
function neighbourhood(chosen) {
  if (chosen === null) return null;
  const line = chosen.fact !== undefined ? lineOfFact.get(chosen.fact) : chosen.line;
  if (line !== undefined) return { spots: new Set(data.lines[line].ends), lines: new Set([line]) };
  if (chosen.spot === undefined) return null;
  const lines = new Set(linesOfSpot[chosen.spot].filter(lineShown));
  return { spots: new Set([chosen.spot, ...[...lines].flatMap((line) => data.lines[line].ends)]), lines };
}

function refreshLook() {
  nodes.update(data.spots.map((_, id) => ({ id, ...nodeLook(id), hidden: !spotShown(id) })));
  edges.update(data.lines.map((_, id) => ({ id, ...edgeLook(id), hidden: !lineShown(id) })));
}

function setTheme(scheme) {
  theme = data.style.themes[scheme];
  refreshLook();
  network.redraw();
}

const motion = () => (calm.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" });

function showWhole(moving = true) {
  const shown = data.spots.map((_, index) => index).filter(spotShown);
  byId("empty").hidden = shown.length > 0;
  if (!shown.length) return;
  const places = Object.values(network.getPositions(shown));
  const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...places.map(({ y }) => y)), Math.max(...places.map(({ y }) => y))];
  const { clientWidth: wide, clientHeight: high } = byId("picture");
  const scale = Math.min((wide - margin(wide)) / Math.max(right - left, 1), (high - 80) / Math.max(bottom - top, 1), 1.4);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02), animation: moving && motion() });
}

function zoomBy(factor) {
  const scale = Math.min(4, Math.max(0.05, network.getScale() * factor));
  network.moveTo({ scale, animation: motion() });
}

function goTo(spot) {
  network.focus(spot, { scale: Math.max(network.getScale(), 0.9), animation: motion() });
}

// The panel that opens makes the picture narrower: what was chosen stays in sight.
function keepInView() {
  if (state.chosen === null || state.chosen.spot === undefined) return;
  const place = network.getPosition(state.chosen.spot);
  const { x, y } = network.canvasToDOM(place);
  const { clientWidth: wide, clientHeight: high } = byId("picture");
  if (x < 30 || y < 30 || x > wide - 30 || y > high - 30) network.moveTo({ position: place });
}

// The spot that lies next in a direction, seen from the chosen one (or from the middle): nearer, and more ahead than aside.
function nextSpot(dx, dy) {
  const from = state.chosen !== null && state.chosen.spot !== undefined ? state.chosen.spot : null;
  const here = from === null ? network.getViewPosition() : network.getPosition(from);
  let best = null, least = Infinity;
  const places = network.getPositions();
  for (const [id, place] of Object.entries(places)) {
    const index = Number(id);
    if (index === from || !spotShown(index)) continue;
    const ahead = (place.x - here.x) * dx + (place.y - here.y) * dy;
    const aside = Math.abs((place.x - here.x) * dy) + Math.abs((place.y - here.y) * dx);
    const cost = from === null ? Math.hypot(ahead, aside) : ahead <= 0 ? Infinity : ahead + 2.2 * aside;
    if (cost < least) { least = cost; best = index; }
  }
  return best;
}
