"use strict";
// The page reads well without this. It filters and sorts the table, and keeps both in the address.
(() => {
  const find = (selector) => document.querySelector(selector);
  const filters = find("#filters");
  const fields = [...filters.querySelectorAll("input, select")];
  const heads = [...document.querySelectorAll("#items th[data-sort]")];
  const body = find("#items").tBodies[0];
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const order = new Intl.Collator("zh-CN", { numeric: true }).compare;
  const lamps = ["red", "grey", "yellow", "green", "done", "dropped"];
  const lines = [...body.rows];
  let group = null;
  const items = [];
  for (const row of lines) {
    if (row.classList.contains("group")) {
      group = row;
    } else {
      items.push({ row, group, at: items.length });
    }
  }
  const cell = (name) => (item) => item.row.querySelector(`.${name}`).textContent;
  const keys = {
    id: (item) => item.at,
    unit: cell("units"),
    lead: cell("lead"),
    due: (item) => item.row.dataset.d || "9999",
    light: (item) => lamps.indexOf(item.row.className) + (item.row.dataset.d || "9999"),
    status: cell("status"),
  };
  let sorted = { by: "id", down: false };
  let shown = "id ";

  const wanted = () => {
    const asked = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    const words = plain(asked.q).split(/\s+/).filter(Boolean);
    const unit = asked.unit && find("[name=unit]").selectedOptions[0].dataset.i;
    return (item) => {
      const { row } = item;
      if (asked.group && item.group.textContent !== asked.group) return false;
      if (asked.category && row.dataset.c !== asked.category) return false;
      if (asked.unit && !row.dataset.u.includes(` ${unit}:${asked.light}`)) return false;
      if (asked.light && !asked.unit && row.className !== asked.light) return false;
      item.text ??= plain(`${row.textContent} ${item.group.textContent}`);
      return words.every((word) => item.text.includes(word));
    };
  };

  const show = () => {
    const keep = wanted();
    let count = 0;
    const groups = new Set();
    for (const item of items) {
      const kept = keep(item);
      item.row.hidden = !kept;
      count += kept;
      if (kept) groups.add(item.group);
    }
    const inOrder = sorted.by === "id" && !sorted.down;
    for (const row of lines) if (row.classList.contains("group")) row.hidden = !inOrder || !groups.has(row);
    const now = `${sorted.by} ${sorted.down ? "down" : ""}`;
    if (now !== shown) {
      const key = keys[sorted.by];
      const turn = sorted.down ? -1 : 1;
      const compare = sorted.by === "id" ? (a, b) => a - b : order;
      const found = items.map((item) => [key(item), item]);
      found.sort((a, b) => turn * compare(a[0], b[0]) || a[1].at - b[1].at);
      body.append(...(inOrder ? lines : found.map(([, item]) => item.row)));
      shown = now;
    }
    for (const head of heads) {
      if (head.dataset.sort === sorted.by) head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    find("#count").textContent = count === items.length ? `共${count}项` : `显示${count}项，共${items.length}项`;
  };

  const address = () => {
    const said = new URLSearchParams();
    for (const { name, value } of fields) if (value) said.set(name, value);
    if (sorted.by !== "id" || sorted.down) said.set("sort", (sorted.down ? "-" : "") + sorted.by);
    return `#${said}`;
  };
  const keepInAddress = (isStep) => {
    if (address() === (location.hash || "#")) return;
    history[isStep ? "pushState" : "replaceState"](null, "", address());
  };
  const restore = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      field.value = said.get(field.name) ?? "";
      if (field.selectedIndex === -1) field.value = "";
    }
    const sort = said.get("sort") ?? "id";
    const by = sort.replace(/^-/, "");
    sorted = Object.hasOwn(keys, by) ? { by, down: sort.startsWith("-") } : { by: "id", down: false };
    show();
  };

  for (const field of fields) {
    field.addEventListener("input", () => {
      show();
      keepInAddress(field.type !== "search");
    });
  }
  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const by = head.dataset.sort;
      sorted = { by, down: sorted.by === by && !sorted.down };
      show();
      keepInAddress(true);
    });
  }
  for (const link of document.querySelectorAll("[data-to]")) {
    link.href = `#${link.dataset.to}`;
    link.addEventListener("click", () => {
      find("#tasks").scrollIntoView();
      find("#tasks").focus({ preventScroll: true });
    });
  }
  find("#clear").addEventListener("click", () => {
    for (const field of fields) field.value = "";
    sorted = { by: "id", down: false };
    show();
    keepInAddress(true);
    fields[0].focus();
  });
  addEventListener("hashchange", restore);
  filters.hidden = false;
  restore();
})();
