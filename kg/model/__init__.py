"""The values that flow between stages: frozen, slotted, without behaviour beyond their own consistency."""
