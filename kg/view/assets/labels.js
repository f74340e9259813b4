// Labels at the size of reading whatever the zoom: the weightiest first, each only where it covers no other.

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
const SIZE = { Country: 14, Person: 12.5, Organization: 12.5, Meeting: 11, Agreement: 11 };
const WEIGHT = { Country: 4, Person: 2, Organization: 1, Meeting: 0, Agreement: 0 };
const measured = new Map();

// A name in at most two rows of about twenty letters.
function rows(text, most = 20) {
  const tidy = text.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, " ").trim();
  if (tidy.length <= most) return [tidy];
  const result = [""];
  for (const part of tidy.split(/\s+/)) {
    const last = result[result.length - 1];
    if (!last) result[result.length - 1] = part;
    else if (last.length + part.length < most) result[result.length - 1] = `${last} ${part}`;
    else result.push(part);
  }
  const kept = result.slice(0, 2).map((row) => (row.length > most + 4 ? `${row.slice(0, most + 2)}…` : row));
  if (result.length > 2 && !kept[1].endsWith("…")) kept[1] += "…";
  return kept;
}

function width(context, text, size, bold = false) {
  const key = `${bold}${size}${text}`;
  if (!measured.has(key)) {
    context.font = `${bold ? "600 " : ""}${size}px ${FONT}`;
    measured.set(key, context.measureText(text).width);
  }
  return measured.get(key);
}

class Covered {
  constructor() { this.cells = new Map(); }
  *near([left, top, right, bottom]) {
    for (let x = Math.floor(left / 80); x <= right / 80; x++) for (let y = Math.floor(top / 40); y <= bottom / 40; y++) yield `${x} ${y}`;
  }
  free(box) {
    for (const key of this.near(box)) {
      for (const other of this.cells.get(key) || []) {
        if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false;
      }
    }
    return true;
  }
  add(box) {
    for (const key of this.near(box)) this.cells.has(key) ? this.cells.get(key).push(box) : this.cells.set(key, [box]);
  }
}

function drawLabels(context) {
  const scale = network.getScale();
  const [wide, high] = [context.canvas.clientWidth, context.canvas.clientHeight];
  const covered = new Covered();
  const shapes = new Covered();
  const queue = [];
  for (const [id, place] of Object.entries(network.getPositions())) {
    const index = Number(id);
    if (!spotShown(index)) continue;
    const at = network.canvasToDOM(place);
    if (at.x < -80 || at.y < -40 || at.x > wide + 80 || at.y > high + 40) continue;
    const named = state.near ? state.near.spots.has(index) : true;
    if (!named) continue;
    const first = (pointed && pointed.spot === index) || (state.chosen && state.chosen.spot === index);
    const spot = data.spots[index];
    const radius = data.network.nodes[index].size * scale;
    queue.push({ index, at, place, radius, weight: first ? 1e6 : WEIGHT[spot.kind] * 4 + spot.degree });
  }
  queue.sort((a, b) => b.weight - a.weight || a.index - b.index);
  // Labels leave the nodes free; only those of the weightiest may lie on light ones, so that a small screen still names them.
  queue.forEach(({ at, radius }, place) => (place < 12 ? covered : shapes).add([at.x - radius, at.y - radius, at.x + radius, at.y + radius]));
  context.save();
  context.lineJoin = "round";
  for (const [rank, item] of queue.entries()) {
    const size = SIZE[data.spots[item.index].kind];
    const bold = data.spots[item.index].kind === "Country";
    const text = rows(spotName(item.index));
    const half = Math.max(...text.map((row) => width(context, row, size, bold))) / 2;
    const height = text.length * size * 1.18;
    const { x, y } = item.at;
    const gap = item.radius + 3;
    const spots = [
      [x - half, y + gap], [x - half, y - gap - height], [x + gap + 1, y - height / 2], [x - gap - 1 - 2 * half, y - height / 2],
    ];
    const forced = item.weight >= 1e6;
    const fits = (clear) => ([left, top]) => {
      const box = [left, top, left + 2 * half, top + height];
      return left > 2 && left + 2 * half < wide - 2 && covered.free(box) && (!clear || shapes.free(box));
    };
    const free = spots.find(fits(true)) || (rank < 12 && spots.find(fits(false))) || (forced ? spots[0] : null);
    if (!free) continue;
    covered.add([free[0] - 2, free[1], free[0] + 2 * half + 2, free[1] + height]);
    paint(context, text, free[0] + half, free[1], size, scale, item.at, item.place, bold);
  }
  drawLineLabels(context, scale, covered, shapes);
  context.restore();
}

// What a line stands for, where the line is long enough; always on the line under the pointer and the chosen one.
function drawLineLabels(context, scale, covered, shapes) {
  data.lines.forEach((line, index) => {
    const first = (pointed && pointed.line === index) || (state.chosen && state.chosen.line === index);
    const near = state.near && state.near.lines.has(index);
    if (!lineShown(index) || (!first && !near && line.kind === "office") || (state.near && !near)) return;
    if (line.ends.some((end) => data.spots[end].actor === null) && !first) return;
    const edge = network.body.edges[index];
    const place = edge.edgeType.getPoint(0.5);
    const at = network.canvasToDOM(place);
    const [a, b] = line.ends.map((end) => network.canvasToDOM(network.getPosition(end)));
    const text = rows(lineName(index), 24);
    const half = Math.max(...text.map((row) => width(context, row, 10.5))) / 2;
    const height = text.length * 12.4;
    if (!first && Math.hypot(a.x - b.x, a.y - b.y) < 2 * half + 46) return;
    const box = [at.x - half, at.y - height / 2, at.x + half, at.y + height / 2];
    if (!first && !(covered.free(box) && shapes.free(box))) return;
    covered.add(box);
    paint(context, text, at.x, box[1], 10.5, scale, at, place, false, theme.lines[line.kind]);
  });
}

function lineName(index) {
  const line = data.lines[index];
  const facts = line.facts.map((fact) => data.facts[fact]);
  if (facts.length === 1) {
    if (line.kind === "agreement") return typeName(facts[0]);
    return factName(facts[0]);
  }
  if (line.kind === "office") return facts.map(factName).join(", ");
  return `${word(`families.${line.kind}`).toLocaleLowerCase(state.language)} ×${facts.length}`;
}

// Text at a place of the screen, drawn in the picture's own measure.
function paint(context, text, x, top, size, scale, at, place, bold, colour = theme.ink) {
  context.font = `${bold ? "600 " : ""}${size / scale}px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineWidth = 3.5 / scale;
  context.strokeStyle = theme.ground;
  context.fillStyle = colour;
  text.forEach((row, number) => {
    const px = place.x + (x - at.x) / scale;
    const py = place.y + (top + number * size * 1.18 - at.y) / scale;
    context.strokeText(row, px, py);
    context.fillText(row, px, py);
  });
}
