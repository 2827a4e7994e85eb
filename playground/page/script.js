// The page of the local Slack: what one person sees, and what they can do.
//
// Parts, in this order: elements · lists to pick from · talking to the playground · words · fields · blocks ·
// tables · charts · messages · what is unread · conversations and threads · Home and modals · sidebar ·
// jumping · clock · the first page · composers · inspector · coming and going.
// What people or the app wrote is only ever set as text.

const $ = (id) => document.getElementById(id);
const query = () => new URLSearchParams(location.search);

const me = query().get("as") ?? "";
let place = query().get("in") ?? ""; // "home", "messages" (the app's), "you", "inspector", or a channel's id
let thread = query().get("thread") ?? ""; // the ts of the message whose answers stand at the right
let seen = null; // the last snapshot of /control/state

// ---------------------------------------------------------------------------------------------- elements

/** An element with attributes, listeners (`onclick`) and children; strings become text, what is empty is left out. */
const make = (tag, parts, ...children) => filled(document.createElement(tag), parts, children);

/** The same of a drawing. */
const SVG = $("icons").content.querySelector("svg").namespaceURI;
const shape = (tag, parts, ...children) => filled(document.createElementNS(SVG, tag), parts, children);

function filled(node, parts = {}, children = []) {
  for (const [name, value] of Object.entries(parts)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(9).filter(Boolean));
  return node;
}

function icon(name) {
  const found = $("icons").content.querySelector(`[data-icon="${name}"]`).cloneNode(true);
  found.setAttribute("aria-hidden", "true");
  return found;
}

const iconButton = (name, label, parts) =>
  make("button", { type: "button", class: "icon-button", "aria-label": label, title: label, ...parts }, icon(name));

let count = 0;
const newId = () => `n${++count}`;

/** Makes the children of a parent match some items; what is already there for an item stays, and keeps focus. */
function reconcile(parent, items, keyOf, makeOne) {
  const there = new Map([...parent.children].map((node) => [node.itemKey, node]));
  const nodes = items.map((item) => {
    const key = keyOf(item);
    const node = there.get(key) ?? makeOne(item);
    node.itemKey = key;
    node.update?.(item);
    return node;
  });
  const kept = new Set(nodes);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}

/** Remembers where the focus is; what is given back brings it there again, or to what took its place. */
function focusNow() {
  const node = document.activeElement;
  const name = node?.closest("[data-name]")?.dataset.name;
  return () => {
    const named = name && document.querySelector(`[data-name="${CSS.escape(name)}"]`);
    const there = node?.isConnected && node !== document.body ? node : named?.control ?? named;
    (there || $("pane")).focus({ preventScroll: true });
  };
}

/** Keeps the end of a scrolled content in sight while that is where one looks, whatever grows or shrinks. */
function keepEnd(scroller, content) {
  let isAtEnd = false;
  const stay = () => {
    if (isAtEnd && !content.hidden) scroller.scrollTop = scroller.scrollHeight;
  };
  scroller.addEventListener("scroll", () => {
    isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40;
  });
  const watcher = new ResizeObserver(stay);
  watcher.observe(scroller);
  watcher.observe(content);
  return {
    toEnd() {
      isAtEnd = true;
      stay();
    },
    toNode(node) {
      isAtEnd = false;
      scroller.scrollTop += node.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 12;
    },
  };
}

/** Shows a popover beside what opened it, above where there is more room. */
function openBeside(pop, anchor) {
  const edge = anchor.getBoundingClientRect();
  pop.style.minWidth = `${Math.min(edge.width, 500)}px`;
  pop.showPopover();
  const [above, below] = [edge.top - 12, innerHeight - edge.bottom - 12];
  const isAbove = below < Math.min(pop.scrollHeight, 300) && above > below;
  pop.style.maxHeight = `${Math.min(isAbove ? above : below, 460)}px`;
  pop.style.left = `${Math.max(8, Math.min(edge.left, innerWidth - pop.offsetWidth - 8))}px`;
  pop.style.top = `${isAbove ? edge.top - pop.offsetHeight - 4 : edge.bottom + 4}px`;
}

/** Arrow keys over a list; true where the key was one. */
function walk(event, length, at, go) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !length) return false;
  event.preventDefault();
  go((at + step + length) % length);
  return true;
}

/** A press that asks for a new window or tab is the browser's. */
const isBrowsers = (event) => event.ctrlKey || event.metaKey || event.shiftKey;

/** A link that opens in a window of its own. */
const newWindow = (href, whose, parts) => make("a", {
  class: "icon-button", href, target: "_blank", rel: "noopener", title: "In a new window",
  "aria-label": `${whose}, in a new window`, ...parts,
}, icon("window"));

/** A name over what is to be said of it. */
const words = (kind, text, description) =>
  make("span", { class: kind }, make("span", {}, text), description && make("small", {}, description));

/** One entry of a menu: { text, description, face, href, beside, pick }; `beside` is a second link in its row. */
function menuItem({ text, description, face, href, beside, pick }, close) {
  const node = make(href ? "a" : "button", {
    class: "menu-item", role: "menuitem", href, type: href ? null : "button",
    onclick: (event) => {
      if (isBrowsers(event)) return;
      event.preventDefault();
      close();
      pick();
    },
  }, face, words("menu-words", text, description));
  beside?.setAttribute("role", "menuitem");
  beside?.setAttribute("tabindex", "-1");
  return [node, beside];
}

/** A menu of such entries beside a button. */
function openMenu(anchor, label, entries) {
  const rows = entries.map((entry) => menuItem(entry, () => pop.hidePopover()));
  const pop = make("div", { class: "popover menu", popover: "auto", role: "menu", "aria-label": label },
    rows.map((row) => make("div", { class: "menu-row", role: "none" }, row)));
  pop.addEventListener("toggle", ({ newState }) => {
    anchor.setAttribute("aria-expanded", String(newState === "open"));
    if (newState === "closed") pop.remove();
  });
  pop.addEventListener("keydown", (event) => menuKey(event, rows, () => {
    pop.hidePopover();
    anchor.focus();
  }));
  anchor.after(pop);
  openBeside(pop, anchor);
  rows[0]?.[0].focus();
}

/** Up and down over the rows, right and left within one; Escape and Tab close. */
function menuKey(event, rows, close) {
  const at = rows.findIndex((row) => row.includes(document.activeElement));
  if (walk(event, rows.length, at, (next) => rows[next][0].focus())) return;
  if (event.key === "ArrowRight") rows[at]?.[1]?.focus();
  if (event.key === "ArrowLeft") rows[at]?.[0].focus();
  if (!["Escape", "Tab"].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  close();
}

/** Says something at the top of the page for a while. */
function notice(text, detail = "") {
  const shown = make("div", { class: "notice" }, make("div", {}, text, detail && make("small", {}, detail)),
    iconButton("close", "Dismiss", { onclick: () => shown.remove() }));
  ($("modal").open ? $("modal") : document.body).append($("notices"));
  $("notices").replaceChildren(shown);
  setTimeout(() => shown.remove(), 12000);
}

/** Asks the question of an element's `confirm`; true where the answer is yes, or there is no question. */
function confirmed(question) {
  if (!question) return true;
  const dialog = $("confirm");
  $("confirm-title").textContent = textOf(question.title);
  $("confirm-text").replaceChildren(...worded(question.text));
  $("confirm-no").textContent = textOf(question.deny) || "Cancel";
  $("confirm-yes").textContent = textOf(question.confirm) || "Yes";
  $("confirm-yes").className = `button ${question.style === "danger" ? "danger" : "primary"}`;
  dialog.returnValue = "no";
  dialog.showModal();
  $("confirm-yes").focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

/** Marks a button as at work while something goes on; a second press meanwhile does nothing. */
async function busy(node, work) {
  if (node.hasAttribute("aria-busy")) return undefined;
  node.setAttribute("aria-busy", "true");
  return work().finally(() => node.removeAttribute("aria-busy"));
}

// -------------------------------------------------------------------------------------- lists to pick from

/** A list that a box searches: arrow keys point at a choice, Enter or a press picks it.
 *
 * A choice is { text, value, description, hint, face }. `draw(groups)` shows groups of them, `key(event)` is true
 * for a key that was the list's.
 */
const hinted = ({ text, hint }) => (hint ? [text, " ", make("span", { class: "hint" }, hint)] : text);

function pickList(box, list, { pick, isPicked, isOffered = () => true, empty = "" }) {
  let [offered, at] = [[], 0];
  const option = (choice) => make("div", {
    role: "option", id: newId(), class: "choice", "aria-selected": "false",
    onmousedown: (event) => event.preventDefault(), onclick: () => pick(choice),
  }, choice.face, words("choice-words", hinted(choice), choice.description), isPicked?.(choice) && icon("check"));
  function point(next) {
    at = Math.max(0, Math.min(next, offered.length - 1));
    const options = [...list.querySelectorAll("[role=option]")];
    options.forEach((one, index) => {
      one.classList.toggle("at", index === at && isOffered(offered[at]));
      one.setAttribute("aria-selected", String(isPicked ? isPicked(offered[index]) : index === at));
    });
    box.setAttribute("aria-activedescendant", options[at]?.id ?? "");
    options[at]?.scrollIntoView({ block: "nearest" });
  }
  return {
    point,
    get offered() { return offered; },
    draw(groups, next = at) {
      const shown = groups.filter((group) => group.choices.length);
      offered = shown.flatMap((group) => group.choices);
      list.replaceChildren(...shown.map(({ label, choices }) =>
        make("div", { role: "group", "aria-label": label || "Choices" },
          label && make("div", { class: "picker-group", "aria-hidden": "true" }, label), choices.map(option))));
      if (!offered.length && empty) list.append(make("p", { class: "hint" }, empty));
      point(next);
    },
    key(event) {
      if (walk(event, offered.length, at, point)) return true;
      if (event.key !== "Enter" || !offered[at]) return false;
      event.preventDefault();
      pick(offered[at], event);
      return true;
    },
  };
}

// ------------------------------------------------------------------------------ talking to the playground

const PROBLEMS = {
  operation_timeout: "The app did not answer within three seconds, so Slack gave up waiting.",
  dispatch_failed: "The app could not be reached, or refused what was sent.",
};

let queue = Promise.resolve();
const unsent = new Set(); // typed text that still waits for a pause

/** Does one act after those before it; gives what came of it, or null where it could not be done. */
function act(name, asked = {}) {
  const turn = queue.then(() => ask(name, { user: me, ...asked }));
  queue = turn.catch(() => null);
  return turn;
}

async function ask(name, asked) {
  const sent = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(asked) };
  const response = await fetch(`/control/act/${name}`, sent).catch(() => null);
  const done = await response?.json().catch(() => null);
  if (!done || done.error) {
    notice(done ? sentence(done.error) : "The local Slack does not answer. Start it again, then try once more.");
    return null;
  }
  $("notices").replaceChildren();
  if (done.problem && name !== "submit") {
    notice(PROBLEMS[done.problem] ?? "The app's answer was not what Slack takes.", done.problem);
  }
  await refresh();
  return done;
}

const sentence = (text) => text[0].toUpperCase() + text.slice(1) + (/[.?:]$/.test(text) ? "" : ".");
const flush = () => Promise.all([...unsent].map((send) => send()));

/** Where elements stand, and how that is told; `submit` is what the return key does in a modal. */
const onView = (view) => ({ on: { view: view.id }, submit: view.type === "modal" ? submitModal : null });
const onMessage = (message) => ({ on: { channel: message.channel, ts: message.ts } });
const named = (surface, block, element) => ({ on: surface.on, name: element.action_id, block: block.block_id });

/** Presses a button or picks from an overflow menu, after its question and what is still being typed. */
async function press(node, surface, block, element, { value, url }) {
  if (!(await confirmed(element.confirm))) return;
  if (url) open(url, "_blank", "noopener,noreferrer");
  await busy(node, async () => {
    await flush();
    return act("press", { ...named(surface, block, element), value: value ?? "" });
  });
}

// --------------------------------------------------------------------------------------------------- words

const EMOJI = {
  wave: "👋", tada: "🎉", seedling: "🌱", herb: "🌿", deciduous_tree: "🌳", sparkles: "✨", star: "⭐", heart: "❤️",
  clap: "👏", raised_hands: "🙌", "+1": "👍", thumbsup: "👍", "-1": "👎", thumbsdown: "👎", muscle: "💪", pray: "🙏",
  white_check_mark: "✅", x: "❌", warning: "⚠️", question: "❓", eyes: "👀", bulb: "💡", rocket: "🚀", fire: "🔥",
  smile: "😄", slightly_smiling_face: "🙂", thinking_face: "🤔", memo: "📝", calendar: "📅", lock: "🔒", bell: "🔔",
  hourglass: "⌛", trophy: "🏆",
};
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

const bare = (text) => text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);
const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI[name] ?? whole);

/** A text object as nodes, and as a plain string. */
const worded = (text) => (text?.type === "mrkdwn" ? mrkdwn(text.text) : [withEmoji(text?.text ?? "")]);
const textOf = (text) => make("div", {}, worded(text)).textContent;

const personOf = (id) => seen.people.find((person) => person.id === id);
const channelOf = (id) => seen.channels.find((channel) => channel.id === id);
const openChannels = () => seen.channels.filter((channel) => !channel.is_im && !channel.is_archived);
const nameOf = (person) => person?.real_name || person?.name || "Someone";
const mark = (text, isMine) => make("span", { class: isMine ? "mention mine" : "mention" }, text);
const mention = (id) => mark(`@${nameOf(personOf(id))}`, id === me);

function channelMention(id, label = "private channel") {
  const text = `#${channelOf(id)?.name ?? label}`;
  return make("a", { class: "mention", href: address(me, id), onclick: (event) => follow(event, id) }, text);
}

/** A link where the address is one of the web's or of mail; else its words. */
function link(url, label = url) {
  if (!/^(https?:|mailto:)/i.test(url)) return make("span", {}, label);
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label);
}

/** Slack's mrkdwn as nodes: code blocks, quotes, then what stands in a line. */
function mrkdwn(text) {
  return text.split(/(```[^]+?```)/).flatMap((part) => {
    const isCode = part.length > 6 && part.startsWith("```");
    return isCode ? make("pre", {}, bare(part.slice(3, -3).replace(/^\n/, ""))) : quoted(part);
  });
}

const QUOTE = /^(?:&gt;|>) ?/;

function quoted(text) {
  const runs = [];
  for (const line of text.split("\n")) {
    const isQuote = QUOTE.test(line);
    if (runs.at(-1)?.isQuote !== isQuote) runs.push({ isQuote, lines: [] });
    runs.at(-1).lines.push(isQuote ? line.replace(QUOTE, "") : line);
  }
  return runs.flatMap(({ isQuote, lines }) => {
    const nodes = inline(lines.join("\n"));
    return isQuote ? make("blockquote", {}, nodes) : nodes;
  });
}

const MARKS = new RegExp([
  "`([^`\\n]+)`",
  "<([^<>\\n]+)>",
  "(?<![\\w*])\\*(?!\\s)([^*\\n]+)(?<!\\s)\\*(?![\\w*])",
  "(?<![\\w_])_(?!\\s)([^_\\n]+)(?<!\\s)_(?![\\w_])",
  "(?<![\\w~])~(?!\\s)([^~\\n]+)(?<!\\s)~(?![\\w~])",
].join("|"), "g");

/** A line as nodes: what its marks enclose as `read` makes it of a match, the rest as text. */
function marked(text, marks, plain, read) {
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(marks)) {
    nodes.push(plain(text.slice(at, match.index)), read(match));
    at = match.index + match[0].length;
  }
  return [...nodes, plain(text.slice(at))].filter(Boolean);
}

const inline = (text) =>
  marked(text, MARKS, (part) => withEmoji(bare(part)), ([, code, angle, bold, italic, strike]) => {
    if (code) return make("code", {}, bare(code));
    if (angle) return inAngles(angle);
    return make(bold ? "strong" : italic ? "em" : "s", {}, inline(bold ?? italic ?? strike));
  });

function inAngles(text) {
  const [target, label] = text.split("|", 2);
  const rest = target.slice(1);
  if (target[0] === "@") return mention(rest);
  if (target[0] === "#") return channelMention(rest, label);
  if (!rest.startsWith("date^") && target[0] === "!") return mark(label ?? `@${rest}`);
  const [, stamp, format] = rest.split("^");
  return target[0] === "!" ? dated(Number(stamp), format) : link(bare(target), label && bare(label));
}

/** A moment in words, as the watch of somebody in a zone shows it. */
const momentIn = (seconds, timeZone, parts) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, ...parts }).format(seconds * 1000);
const TIME = { hour: "2-digit", minute: "2-digit" };
const DAY = { weekday: "long", day: "numeric", month: "long" };
const LOCAL = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
const timeAt = (seconds) => momentIn(seconds, seen.me.tz, TIME);
const dayAt = (seconds) => momentIn(seconds, seen.me.tz, DAY);
const weekdayAt = (seconds) => momentIn(seconds, seen.me.tz, { ...DAY, year: "numeric" });

/** A moment as a field for date and time holds it, and back: what stands there is read in this person's zone. */
const typedMoment = (seconds) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: seen.me.tz, ...LOCAL }).format(seconds * 1000).replace(" ", "T");
function momentTyped(text) {
  const asUtc = (typed) => Date.parse(`${typed}Z`) / 1000;
  const near = 2 * asUtc(text) - asUtc(typedMoment(asUtc(text)));
  return near + asUtc(text) - asUtc(typedMoment(near));
}

/** A day as people say it near it: today and yesterday by the clock of the workspace. */
function dayNear(seconds) {
  const near = { [weekdayAt(civilNow())]: "Today", [weekdayAt(civilNow() - 86400)]: "Yesterday" };
  return near[weekdayAt(seconds)] ?? dayAt(seconds);
}

/** A moment within a sentence. */
function momentNear(seconds) {
  const day = dayNear(seconds);
  return `${["Today", "Yesterday"].includes(day) ? day.toLowerCase() : `on ${day}`} at ${timeAt(seconds)}`;
}

const dated = (seconds, format) =>
  format.replace(/\{(\w+)\}/g, (_, part) => (part.startsWith("time") ? timeAt(seconds) : dayAt(seconds)));

const RICH = {
  text: (part) => part.text,
  link: (part) => link(part.url, part.text),
  emoji: ({ unicode, name }) =>
    (unicode ? String.fromCodePoint(...unicode.split("-").map((code) => parseInt(code, 16))) : withEmoji(`:${name}:`)),
  user: (part) => mention(part.user_id),
  channel: (part) => channelMention(part.channel_id),
  broadcast: (part) => mark(`@${part.range}`),
  usergroup: (part) => mark(`@${part.usergroup_id}`),
  date: (part) => dated(part.timestamp, part.format),
  team: () => mark(seen.team.name),
  color: ({ value }) => {
    const swatch = make("span", { class: "colour" });
    swatch.style.backgroundColor = value;
    return make("span", {}, swatch, value);
  },
};
const STYLES = {
  code: "code", bold: "strong", italic: "em", strike: "s", underline: "u", highlight: "mark", client_highlight: "mark",
};

function richPart(part) {
  const shown = RICH[part.type]?.(part) ?? `[${part.type}]`;
  const tags = Object.keys(STYLES).filter((style) => part.style?.[style]);
  return tags.reduce((inner, style) => make(STYLES[style], {}, inner), shown);
}

const RICH_TAGS = { rich_text_section: "div", rich_text_quote: "blockquote", rich_text_preformatted: "pre" };

/** Rich text as nodes, one for each of its paragraphs, lists, quotes and code. */
const richText = (block) => block.elements.map((part) => {
  const [tag, border] = [RICH_TAGS[part.type], part.border ? "bordered" : ""];
  if (tag) return make(tag, { class: border || null }, part.elements.map(richPart));
  if (part.type !== "rich_text_list") return unknown(part);
  const items = part.elements.map((item) => make("li", {}, item.elements.map(richPart)));
  const [list, start] = [part.style === "ordered" ? "ol" : "ul", part.offset ? part.offset + 1 : null];
  return make(list, { class: `indent-${part.indent ?? 0} ${border}`, start }, items);
});

const MARKDOWN_MARKS = new RegExp([
  "`([^`\\n]+)`",
  "!?\\[([^\\]\\n]*)\\]\\(([^()\\s]+)\\)",
  "<((?:https?:|mailto:)[^<>\\s]+)>",
  "(?:\\*\\*|__)(?=\\S)([^\\n]+?)(?<=\\S)(?:\\*\\*|__)",
  "(?<![\\w*])[*_](?=[^\\s*_])([^*_\\n]+)(?<=[^\\s*_])[*_](?![\\w*])",
  "~~(?=\\S)([^~\\n]+)(?<=\\S)~~",
].join("|"), "g");

const markdownLine = (text) =>
  marked(text, MARKDOWN_MARKS, withEmoji, ([, code, label, target, address, bold, italic, strike]) => {
    if (code) return make("code", {}, code);
    if (target ?? address) return link(target ?? address, label || target || address);
    return make(bold ? "strong" : italic ? "em" : "s", {}, markdownLine(bold ?? italic ?? strike));
  });

const LISTED = /^(\s*)(?:[-*+]|(\d+)[.)]) +(?:\[([ x])\] )?(.*)$/;
const TABLE_LINE = /^\s*\|(.*)\|\s*$/;
const cellsOf = (line) => TABLE_LINE.exec(line)[1].split(/(?<!\\)\|/).map((cell) => ({ text: cell.trim() }));

/** The kinds of part that lines of Markdown make together: what each line must look like, and what they become. */
const MARKDOWN_PARTS = [
  [TABLE_LINE, (lines) => {
    const rows = lines.filter((line) => !/^[\s|:-]+$/.test(line)).map(cellsOf);
    return rows.length ? tableOf(rows) : [];
  }],
  [/^>/, (lines) => make("blockquote", {}, markdown(lines.map((line) => line.replace(/^> ?/, "")).join("\n")))],
  [LISTED, (lines) => lines.map((line) => {
    const [, gap, number, tick, words] = LISTED.exec(line);
    const ticked = tick && (tick === "x" ? "☑ " : "☐ ");
    const item = make("li", { class: tick ? "ticked" : null }, ticked, markdownLine(words));
    return make(number ? "ol" : "ul", { class: `indent-${Math.min(gap.length >> 1, 3)}`, start: number }, item);
  })],
  [/^#{1,6} /, (lines) => lines.map((line) =>
    make("h3", { class: `rank-${line.indexOf(" ")}` }, markdownLine(line.replace(/^#+ /, ""))))],
  [/^(?:-{3,}|\*{3,}|_{3,})\s*$/, () => make("hr")],
  [/^\s*$/, () => []],
  [/^/, (lines) => make("p", {}, markdownLine(lines.join("\n")))],
];

/** Standard Markdown as nodes: code blocks first, then runs of lines of one kind. */
function markdown(text) {
  return text.split(/^(```[^]*?^```)$/m).flatMap((part) => {
    if (part.startsWith("```")) return make("pre", {}, part.replace(/^```.*\n?|\n?```$/g, ""));
    const runs = [];
    for (const line of part.split("\n")) {
      const kind = MARKDOWN_PARTS.findIndex(([looks]) => looks.test(line));
      if (runs.at(-1)?.kind !== kind) runs.push({ kind, lines: [] });
      runs.at(-1).lines.push(line);
    }
    return runs.flatMap(({ kind, lines }) => MARKDOWN_PARTS[kind][1](lines)).flat();
  });
}

// -------------------------------------------------------------------------------------------------- fields
//
// A field is a node with `control`, which takes the focus, and `show(state)`, which puts what the playground holds.

/** What Slack's state holds of an element: its text, option, id, date or a list of these. */
const held = (state) => Object.entries(state ?? {}).find(([key]) => key !== "type")?.[1] ?? null;

/** Joins a field to the playground: `draw` shows a value, the function given back sends one. */
function joined(node, surface, block, element, draw) {
  let known = null;
  let waiting = 0;
  node.control ??= node;
  node.show = (state) => {
    known = held(state);
    if (!waiting) draw(known);
  };
  return async (value, returnKey = false) => {
    if (!(await confirmed(element.confirm))) return draw(known);
    waiting += 1;
    const asked = { ...named(surface, block, element), value, return_key: returnKey };
    return (await act("enter", asked).finally(() => { waiting -= 1; })) ?? draw(known);
  };
}

const INPUT_KINDS = {
  number_input: "number", email_text_input: "email", url_text_input: "url",
  datepicker: "date", timepicker: "time", datetimepicker: "datetime-local",
};

function textField(surface, block, element) {
  const isLong = element.multiline || element.type === "rich_text_input";
  const type = isLong ? null : INPUT_KINDS[element.type] ?? "text";
  const box = make(isLong ? "textarea" : "input", {
    class: "box", type, rows: isLong ? 4 : null, step: type === "number" && element.is_decimal_allowed ? "any" : null,
    min: element.min_value, max: element.max_value, maxlength: element.max_length,
    placeholder: textOf(element.placeholder), autocomplete: "off",
  });
  let sent = "";
  let timer = 0;
  const put = joined(box, surface, block, element, (value) => {
    sent = value?.elements ? make("div", {}, richText(value)).textContent : value ?? "";
    if (document.activeElement !== box && !unsent.has(send)) box.value = sent;
  });
  const send = async (returnKey = false) => {
    clearTimeout(timer);
    unsent.delete(send);
    if (box.value === sent && !returnKey) return;
    sent = box.value;
    await put(sent, returnKey);
  };
  box.addEventListener("input", () => {
    unsent.add(send);
    clearTimeout(timer);
    timer = setTimeout(send, 300);
  });
  box.addEventListener("change", () => send());
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || (isLong && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    if (block.dispatch_action && !isLong) send(true);
    else surface.submit?.();
  });
  return box;
}

function whenField(surface, block, element) {
  const box = make("input", { class: "box when", type: INPUT_KINDS[element.type] });
  const isMoment = element.type === "datetimepicker"; // held as seconds, typed as local time
  const send = joined(box, surface, block, element, (value) => {
    box.value = isMoment && value ? typedMoment(value) : value ?? "";
  });
  box.addEventListener("change", () => send(isMoment && box.value ? momentTyped(box.value) : box.value || null));
  return box;
}

function tickField(surface, block, element) {
  const isMany = element.type === "checkboxes";
  const [name, type] = [newId(), isMany ? "checkbox" : "radio"];
  const boxes = element.options.map(({ value }) => make("input", { type, name, value, onchange: () => sendTicked() }));
  const node = make("div", { class: "ticks", role: isMany ? "group" : "radiogroup" },
    element.options.map((option, index) => make("label", { class: "tick" }, boxes[index],
      make("span", {}, worded(option.text), option.description && make("small", {}, worded(option.description))))));
  const send = joined(node, surface, block, element, (value) => {
    const values = [value ?? []].flat().map((option) => option.value);
    for (const box of boxes) box.checked = values.includes(box.value);
  });
  const sendTicked = () => {
    const values = boxes.filter((box) => box.checked).map((box) => box.value);
    send(isMany ? values : values[0]);
  };
  return node;
}

const asChoice = ({ value, text, description }) =>
  ({ value, text: textOf(text), description: textOf(description) });
const personChoice = (person) =>
  ({ value: person.id, text: nameOf(person), description: `@${person.name}`, face: avatar(person) });
const channelChoice = (channel) => ({ value: channel.id, text: `#${channel.name}` });

/** Which channels a menu may offer: public ones, or of conversations those that its filter lets through. */
function offersChannel({ type, filter }, channel) {
  const kinds = type.endsWith("channels_select") ? ["public"] : filter?.include ?? ["public", "private"];
  const isExcluded = filter?.exclude_external_shared_channels && channel.is_ext_shared;
  return kinds.includes(channel.is_private ? "private" : "public") && !isExcluded;
}

/** What a menu offers for typed letters, in groups; only an external one asks the app for it. */
async function offeredBy(surface, block, element, typed) {
  const kind = element.type.replace("multi_", "");
  const external = async () => (await act("options", { ...named(surface, block, element), query: typed }))?.options;
  const holds = (choice) => `${choice.text} ${choice.description}`.toLowerCase().includes(typed.trim().toLowerCase());
  if (kind === "external_select") return [{ choices: ((await external()) ?? []).map(asChoice) }];
  if (kind === "users_select") {
    return [{ choices: seen.people.filter((one) => !one.deleted).map(personChoice).filter(holds) }];
  }
  if (kind === "static_select") {
    return (element.option_groups ?? [element]).map(({ label, options }) =>
      ({ label: textOf(label), choices: options.map(asChoice).filter(holds) }));
  }
  return [{ choices: openChannels().filter((one) => offersChannel(element, one)).map(channelChoice).filter(holds) }];
}

/** What a state value of a menu is called. */
function choiceOf(value) {
  if (typeof value === "object") return asChoice(value);
  const [person, channel] = [personOf(value), channelOf(value)];
  return person ? personChoice(person) : channel ? channelChoice(channel) : { value, text: value };
}

/** The parts of a menu: a face that shows what is chosen, and a list with a search over it. */
function menuParts(isMany) {
  const list = make("div", {
    class: "picker-list", role: "listbox", id: newId(), "aria-label": "Choices", "aria-multiselectable": isMany,
  });
  const search = make("input", {
    class: "picker-search", role: "combobox", autocomplete: "off", placeholder: "Search",
    "aria-label": "Search", "aria-controls": list.id, "aria-expanded": "true", "aria-autocomplete": "list",
  });
  const face = make("button", {
    type: "button", class: "picker-face", "aria-haspopup": "listbox", "aria-expanded": "false",
  });
  const pop = make("div", { class: "popover picker", popover: "auto" }, search, list);
  return { face, chips: make("span", { class: "chips" }), search, list, pop };
}

function menuField(surface, block, element) {
  const isMany = element.type.startsWith("multi_");
  const most = element.max_selected_items ?? Infinity;
  const { face, chips, search, list, pop } = menuParts(isMany);
  const node = make("div", { class: "picker-field" }, isMany && chips, face, pop);
  const hint = textOf(element.placeholder) || (isMany ? "Choose some" : "Choose one");
  let picked = [];
  node.control = face;
  const send = joined(node, surface, block, element, (value) => {
    picked = [value ?? []].flat().map(choiceOf);
    drawFace();
  });
  const isPicked = (choice) => picked.some((one) => one.value === choice.value);
  const without = (choice) => picked.filter((one) => one.value !== choice.value);
  const choices = pickList(search, list, { isPicked, pick, empty: emptyMenu(element) });
  const drawList = async (at) => choices.draw(await offeredBy(surface, block, element, search.value), at);
  function drawFace() {
    const shown = isMany || !picked.length ? make("span", { class: "hint" }, hint) : make("span", {}, picked[0].text);
    face.replaceChildren(shown, icon("down"));
    chips.replaceChildren(...picked.map((choice) => make("button", {
      type: "button", class: "chip", "aria-label": `Remove ${choice.text}`, onclick: () => take(without(choice)),
    }, choice.text, icon("close"))));
  }
  function take(chosen) {
    picked = chosen;
    drawFace();
    const values = picked.map((one) => one.value);
    return send(isMany ? values : values[0] ?? null);
  }
  function pick(choice) {
    if (!isMany) {
      close();
      take(isPicked(choice) && block.optional ? [] : [choice]);
    } else if (isPicked(choice) || picked.length < most) {
      take(isPicked(choice) ? without(choice) : [...picked, choice]);
      drawList();
    } else notice(`At most ${most} can be chosen here.`);
  }
  async function show() {
    search.value = "";
    await drawList(0);
    openBeside(pop, face);
    choices.point(choices.offered.findIndex(isPicked));
    search.focus();
  }
  function close() {
    pop.hidePopover();
    face.focus();
  }
  face.addEventListener("click", show);
  face.addEventListener("keydown", (event) => walk(event, 1, 0, show));
  pop.addEventListener("toggle", ({ newState }) => face.setAttribute("aria-expanded", String(newState === "open")));
  search.addEventListener("input", () => drawList(0));
  search.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (choices.key(event)) return;
    if (["Enter", "Escape", "Tab"].includes(event.key)) event.preventDefault();
    if (event.key === "Escape" || event.key === "Tab") close();
    if (event.key === "Backspace" && isMany && !search.value && picked.length) {
      take(picked.slice(0, -1));
      drawList();
    }
  });
  drawFace();
  return node;
}

const MIN_QUERY = 3; // letters before Slack asks the app, when the element does not say

function emptyMenu({ type, min_query_length: least = MIN_QUERY }) {
  if (!type.endsWith("external_select") || !least) return "Nothing to choose here.";
  return `Nothing yet. Type at least ${least} letter${least === 1 ? "" : "s"}.`;
}

function buttonField(surface, block, element) {
  const node = make("button", {
    type: "button", class: `button ${element.style ?? ""}`, "aria-label": element.accessibility_label,
    onclick: () => press(node, surface, block, element, element),
  }, worded(element.text));
  return node;
}

function overflowField(surface, block, element) {
  const entries = element.options.map((option) =>
    ({ ...asChoice(option), pick: () => press(node, surface, block, element, option) }));
  const node = iconButton("more", "More actions", {
    "aria-haspopup": "menu", onclick: () => openMenu(node, "More actions", entries),
  });
  return node;
}

const FEEDBACK = { positive_button: "up", negative_button: "thumb-down" };

/** Thumbs up and down, as Slack puts them below what an app wrote. */
function feedbackField(surface, block, element) {
  const buttons = Object.entries(FEEDBACK).map(([part, symbol]) => {
    const { text, value, accessibility_label: label } = element[part];
    const node = iconButton(symbol, label || textOf(text), {
      onclick: () => press(node, surface, block, element, { value: value || textOf(text) }),
    });
    return node;
  });
  return make("span", { class: "feedback" }, buttons);
}

function iconField(surface, block, element) {
  if (!(element.visible_to_user_ids ?? [me]).includes(me)) return make("span", { hidden: true });
  const node = iconButton(element.icon, element.accessibility_label || textOf(element.text), {
    onclick: () => press(node, surface, block, element, element),
  });
  return node;
}

const fileField = () => make("div", { class: "file-drop" },
  make("button", { type: "button", class: "button", disabled: true }, "Add files"),
  make("small", {}, "This local Slack takes no files."));

const unknown = ({ type }) =>
  make("p", { class: "unknown" }, `A “${type}” stands here; this page does not draw it.`);

/** A picture, or its words where it has no address or does not come. */
function image({ image_url: src, alt_text: alt }) {
  const instead = make("span", { class: "no-picture" }, `Picture: ${alt}`);
  if (!src) return instead;
  const node = make("img", {
    src, alt, referrerpolicy: "no-referrer", loading: "lazy", onerror: () => node.replaceWith(instead),
  });
  return node;
}

const each = (names, field) => Object.fromEntries(names.map((name) => [name, field]));
const MENUS = ["static", "external", "users", "channels", "conversations"].map((kind) => `${kind}_select`);

const FIELDS = {
  overflow: overflowField, image: (_surface, _block, element) => image(element), file_input: fileField,
  feedback_buttons: feedbackField, icon_button: iconField,
  ...each(["button", "workflow_button"], buttonField),
  ...each(["checkboxes", "radio_buttons"], tickField),
  ...each([...MENUS, ...MENUS.map((kind) => `multi_${kind}`)], menuField),
  ...each(["datepicker", "timepicker", "datetimepicker"], whenField),
  ...each(["plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input"], textField),
};

/** One element of a block, called by its block's words where it has none of its own. */
function field(surface, block, element) {
  const node = FIELDS[element.type]?.(surface, block, element) ?? unknown(element);
  const label = textOf(element.placeholder) || textOf(block.text) || "Choose";
  if (node.control && node.control.tagName !== "BUTTON") node.control.setAttribute("aria-label", label);
  if (element.focus_on_load) (node.control ?? node).dataset.first = "";
  if (element.action_id) node.dataset.name = `${block.block_id} ${element.action_id}`;
  node.follow = ({ values }) => node.show?.(values?.[block.block_id]?.[element.action_id]);
  return node;
}

// -------------------------------------------------------------------------------------------------- blocks

/** Draws blocks into a parent; what is unchanged stays as it is, with what is typed in it and the focus. */
function drawBlocks(parent, blocks, surface, state) {
  const refocus = parent.contains(document.activeElement) && focusNow();
  reconcile(parent, blocks, (block) => JSON.stringify(block), (block) => blockNode(block, surface));
  for (const node of parent.children) node.follow(state);
  if (refocus && !parent.contains(document.activeElement)) refocus();
}

/** One block; `follow(state)` puts what the playground holds into its fields and those of the blocks within it. */
function blockNode(block, surface) {
  const followers = [];
  const kept = (node) => {
    followers.push(node);
    return node;
  };
  const put = (element) => kept(field(surface, block, element));
  const within = (child) => kept(blockNode(child, surface));
  const node = BLOCKS[block.type]?.(put, within, block) ?? unknown(block);
  node.classList.add("block", `block-${block.type}`);
  node.follow = (now) => {
    for (const one of followers) one.follow(now);
    node.fail?.(now.errors?.[block.block_id] ?? "");
  };
  return node;
}

const BLOCKS = {
  header: (_put, _within, block) => make("h2", {}, worded(block.text)),
  divider: () => make("hr"),
  context: (_put, _within, block) => make("div", {}, block.elements.map((part) => {
    if (part.type === "image") return image(part);
    return ["plain_text", "mrkdwn"].includes(part.type) ? make("span", {}, worded(part)) : unknown(part);
  })),
  actions: (put, _within, block) => make("div", {}, block.elements.map(put)),
  context_actions: (put, _within, block) => make("div", {}, block.elements.map(put)),
  section: sectionBlock,
  rich_text: (_put, _within, block) => make("div", {}, richText(block)),
  markdown: (_put, _within, block) => make("div", {}, markdown(block.text)),
  image: (_put, _within, block) =>
    make("figure", {}, block.title && make("figcaption", {}, worded(block.title)), image(block)),
  input: inputBlock,
  table: (_put, _within, block) => tableOf(block.rows, { settings: block.column_settings, isNarrow: true }),
  data_table: dataTable,
  data_visualization: (_put, _within, block) => (CHARTS[block.chart.type] ? chart(block) : unknown(block.chart)),
  alert: alertBlock,
  card: cardBlock,
  carousel: (_put, within, block) =>
    make("div", { role: "group", tabindex: 0, "aria-label": "Cards" }, block.elements.map(within)),
  container: containerBlock,
  plan: (_put, _within, block) => make("section", {}, make("h3", {}, block.title),
    make("ol", { class: "tasks" }, block.tasks.map((task) => make("li", {}, taskCard(task))))),
  task_card: (_put, _within, block) => make("div", {}, taskCard(block)),
  video: videoBlock,
};

function sectionBlock(put, _within, { text, fields, accessory }) {
  const kind = accessory?.type === "image" ? "beside picture" : accessory && "beside";
  return make("div", { class: kind },
    make("div", { class: "section-text" }, text && make("div", {}, worded(text)),
      fields && make("div", { class: "fields" }, fields.map((one) => make("div", {}, worded(one))))),
    accessory && make("div", { class: "accessory" }, put(accessory)));
}

function inputBlock(put, _within, block) {
  const element = put(block.element);
  const control = element.control ?? element;
  const [label, hint, error] = [newId(), newId(), newId()];
  const said = make("p", { id: error, class: "error", hidden: true });
  control.id = newId();
  control.removeAttribute("aria-label");
  control.setAttribute("aria-labelledby", control.tagName === "BUTTON" ? `${label} ${control.id}` : label);
  control.setAttribute("aria-describedby", `${error} ${hint}`);
  const isLone = ["INPUT", "TEXTAREA", "BUTTON"].includes(control.tagName); // a group is no target of a label
  const node = make("div", {},
    make(isLone ? "label" : "div", { id: label, for: isLone && control.id, class: "label" }, worded(block.label),
      block.optional && make("span", { class: "optional" }, " (optional)")),
    element, said, make("p", { id: hint, class: "hint", hidden: !block.hint }, worded(block.hint)));
  node.fail = (text) => {
    said.hidden = !text;
    said.textContent = text;
    node.classList.toggle("has-error", Boolean(text));
    if (control.getAttribute("role") !== "group") control.setAttribute("aria-invalid", String(Boolean(text)));
    node.dataset.failed = text ? "yes" : "no";
  };
  return node;
}

const ALERTS = { default: "Note", info: "Info", warning: "Warning", error: "Error", success: "Done" };

function alertBlock(_put, _within, { text, level = "default" }) {
  return make("div", { class: `level-${level}`, role: "note" }, icon(level === "success" ? "check" : "notice"),
    make("div", {}, make("strong", {}, `${ALERTS[level]}: `), worded(text)));
}

const small = (text, kind) => text && make("div", { class: kind }, worded(text));

function cardBlock(put, _within, card) {
  const symbol = card.icon ? image(card.icon) : card.slack_icon && icon("notice");
  return make("div", {}, card.hero_image && make("div", { class: "hero" }, image(card.hero_image)),
    make("div", { class: "card-words" },
      make("div", { class: "card-head" }, symbol,
        make("div", {}, small(card.title, "card-title"), small(card.subtitle, "dim"))),
      small(card.body, "card-body"), small(card.subtext, "dim"),
      card.actions && make("div", { class: "block-actions" }, card.actions.map(put))));
}

function containerBlock(_put, within, block) {
  const title = block.rich_text_title ? richText(block.rich_text_title) : worded(block.title);
  const head = [block.icon && image(block.icon),
    make("div", {}, make("div", { class: "card-title" }, title), small(block.subtitle, "dim"))];
  const body = make("div", { class: "blocks" }, block.child_blocks.map(within));
  const kind = `width-${block.width ?? "standard"}`;
  if (!block.is_collapsible) {
    const line = block.has_header_divider ? "card-head lined" : "card-head";
    return make("div", { class: kind }, make("div", { class: line }, head), body);
  }
  return make("details", { class: kind, open: !block.default_collapsed },
    make("summary", { class: "card-head" }, head, icon("down")), body);
}

const TASKS = {
  pending: ["hollow", "To do"], in_progress: ["half", "Under way"],
  complete: ["check", "Done"], error: ["notice", "Failed"],
};

/** One step of an app's plan: how far it is, then what it found and where. */
function taskCard({ title, status, details, output, sources = [] }) {
  const [symbol, said] = TASKS[status];
  return [
    make("div", { class: `task-head is-${status}` }, icon(symbol), make("strong", {}, title), make("small", {}, said)),
    details && make("div", { class: "task-more" }, richText(details)),
    output && make("div", { class: "task-more" }, richText(output)),
    sources.length > 0 && make("div", { class: "task-more" }, sources.map((one) => [link(one.url, one.text), " "])),
  ];
}

function videoBlock(_put, _within, block) {
  const from = [block.author_name, block.provider_name].filter(Boolean).join(" · ");
  const picture = image({ image_url: block.thumbnail_url, alt_text: block.alt_text });
  return make("figure", {},
    make("figcaption", {}, block.title_url ? link(block.title_url, textOf(block.title)) : worded(block.title)),
    from && make("small", {}, from), small(block.description, "dim"),
    make("a", { class: "video", href: block.video_url, target: "_blank", rel: "noopener noreferrer" }, picture,
      make("span", { class: "play" }, icon("play"), "Watch")));
}

// -------------------------------------------------------------------------------------------------- tables

const cellWords = (cell) => (cell.type === "rich_text" ? richText(cell) : cell.text ?? String(cell.value));

/** A table that scrolls sideways within itself; the first row is its head, the column `named` names each row. */
function tableOf(rows, { settings = [], caption = "", isNarrow = false, named = -1, headCell = cellWords } = {}) {
  const isNumber = (column) => rows.slice(1).some((row) => row[column]?.type === "raw_number");
  const kindOf = (column) => {
    const align = settings[column]?.align ?? (isNumber(column) ? "right" : "left");
    return `align-${align} ${isNarrow && !settings[column]?.is_wrapped ? "one-line" : ""}`;
  };
  const cell = (one, column) => make(column === named ? "th" : "td",
    { class: kindOf(column), scope: column === named && "row" }, cellWords(one));
  const [head, ...body] = rows;
  return make("div", { class: "table-wrap", tabindex: 0, role: "group", "aria-label": caption || "Table" },
    make("table", {}, caption && make("caption", {}, caption),
      make("thead", {}, make("tr", {}, head.map((one, column) =>
        make("th", { class: kindOf(column), scope: "col" }, headCell(one, column))))),
      make("tbody", {}, body.map((row) => make("tr", {}, row.map(cell))))));
}

const PAGE_SIZE = 5; // rows of a data table, when the block does not say

/** A table that can be sorted by a column, and shows so many rows at a time. */
function dataTable(_put, _within, { rows, caption, page_size: size = PAGE_SIZE, row_header_column_index: named = 0 }) {
  const [head, ...body] = rows;
  const node = make("div");
  let [first, by, down] = [0, -1, false];
  const valueOf = (row) => row[by].value ?? make("div", {}, cellWords(row[by])).textContent;
  const order = (one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    const areNumbers = typeof a === "number" && typeof b === "number";
    return (areNumbers ? a - b : String(a).localeCompare(String(b))) * (down ? -1 : 1);
  };
  function sort(column) {
    [first, down, by] = [0, by === column && !down, column];
    draw();
    node.querySelectorAll("th .sort")[column].focus();
  }
  const headCell = (cell, column) =>
    make("button", { type: "button", class: "sort", onclick: () => sort(column) }, cellWords(cell),
      make("span", { class: "sort-mark" }, column === by ? (down ? "↓" : "↑") : "↕"));
  function turn(step) {
    first += step * size;
    draw();
    (node.querySelector(`[data-step="${step}"]:enabled`) ?? node.querySelector("[data-step]:enabled"))?.focus();
  }
  const pager = (step, label, isOff) => iconButton(step < 0 ? "back" : "forward", label,
    { disabled: isOff, "data-step": step, onclick: () => turn(step) });
  function draw() {
    const shown = by < 0 ? body : body.toSorted(order);
    const end = Math.min(first + size, body.length);
    const table = tableOf([head, ...shown.slice(first, end)], { caption, named, headCell });
    const heads = [...table.querySelectorAll("thead th")];
    if (by >= 0) heads[by].setAttribute("aria-sort", down ? "descending" : "ascending");
    node.replaceChildren(table, ...(body.length > size ? [make("div", { class: "pager" },
      make("small", { role: "status" }, `${first + 1} to ${end} of ${body.length}`),
      pager(-1, "The rows before", first === 0), pager(1, "More rows", end === body.length))] : []));
  }
  draw();
  return node;
}

// -------------------------------------------------------------------------------------------------- charts
//
// Drawn as wide as there is room, so that letters keep their size. Each series has a hue, and a weave (bars, slices)
// or a dash and a mark (lines) of its own; the figures stand at the marks, and all of them in a table for readers.

const ROOM = 190; // pixels from the lowest value to the highest
const RADIUS = 84; // of a pie
const LETTER = 6.6; // pixels of a letter, about
const FILL = 0.84; // of a category's width, for its columns
const WEAVES = [null, "M-2 2 2 -2M0 8 8 0M6 10 10 6", "M2.4 4a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0", "M0 4H8",
  "M0 0 8 8M8 0 0 8", "M4 0V8"];
const DASHES = [null, "7 4", "2 4", "10 4 2 4", "14 5", "4 2 1 2"];
const POINTS = ["M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "M-4-4H4V4H-4z", "M0-5 5 4H-5z", "M0-5.5 5.5 0 0 5.5-5.5 0z",
  "M-5-4H5L0 5z", "M-4-4 4 4M4-4-4 4"];

const figure = (value) => value.toLocaleString("en-GB", {
  maximumFractionDigits: 2, notation: Math.abs(value) >= 100000 ? "compact" : "standard",
});
const shareOf = (value, sum) => `${Math.round((value / sum) * 100)}%`;
const total = (values) => values.reduce((sum, value) => sum + value, 0);
const widest = (texts) => Math.max(...texts.map((text) => text.length * LETTER));
const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** What the bars and slices of one chart are filled with, by series. */
const weaves = (id) => shape("defs", {}, WEAVES.map((d, index) => shape("pattern", {
  id: `${id}-${index}`, class: `series-${index}`, width: 8, height: 8, patternUnits: "userSpaceOnUse",
}, shape("rect", { width: 8, height: 8, fill: "currentColor" }), d && shape("path", { class: "weave", d }))));

const filling = (id, index) => ({ class: `filled series-${index}`, fill: `url(#${id}-${index})` });
const stroke = (index) => ({ class: `stroke series-${index}`, "stroke-dasharray": DASHES[index] });
const point = (index, x, y) =>
  shape("path", { class: `mark series-${index}`, d: POINTS[index], transform: `translate(${x} ${y})` });
const letters = (x, y, text, kind, anchor = "middle", turned = 0, from = [x, y]) => shape("text", {
  x, y, class: kind, "text-anchor": anchor, transform: turned ? `rotate(${turned} ${from.join(" ")})` : null,
}, text);
const hover = (...words) => shape("title", {}, words.filter(Boolean).join(", "));

/** Round steps that hold all values and nought. */
function ticksFor(values) {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const rough = (high - low || 1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const least = values.every(Number.isInteger) ? 1 : 0;
  const step = Math.max(least, [1, 2, 5, 10].find((one) => one * power >= rough) * power);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** A place for each label that lies on none before it; null where there is none. */
function placing() {
  const taken = [];
  return (text, x, spots) => {
    const half = widest([text]) / 2;
    const boxes = spots.map((y) => ({ left: x - half, right: x + half, top: y - 11, bottom: y + 2, y }));
    const isFree = (box) => !taken.some((one) =>
      one.left < box.right && box.left < one.right && one.top < box.bottom && box.top < one.bottom);
    const free = boxes.find(isFree);
    if (free) taken.push(free);
    return free?.y ?? null;
  };
}

/** Where values and categories stand in a chart with axes; narrower than its columns need it never is. */
function frameOf({ series, categories, axis, type }, width) {
  const [values, isBars] = [series.flatMap((one) => one.values), type === "bar"];
  const ticks = ticksFor(values);
  const left = widest(ticks.map(figure)) + 12 + (axis.y_label ? 20 : 0);
  const wide = Math.max(width, left + 8 + categories.length * (isBars ? series.length * 15 + 8 : 26));
  const band = (wide - left - 8) / categories.length;
  const room = series.length > 1 ? (band * FILL) / series.length : band; // for a figure over its column
  const figures = widest(values.map(figure)) + 3;
  const isUpright = isBars && figures > room;
  const top = isUpright ? figures + 12 : 20;
  const foot = top + ROOM + (isBars && Math.min(...values) < 0 ? (isUpright ? figures : 16) : 0);
  const isSlanted = widest(categories) > band - 6;
  const names = categories.map((one) => short(one, isSlanted ? 14 : 40));
  const under = isSlanted ? widest(names) * 0.72 + 16 : 22;
  return {
    ticks, names, left, wide, band, isUpright, isSlanted, foot, under, middle: top + ROOM / 2,
    high: foot + under + (axis.x_label ? 22 : 4),
    x: (index) => left + (index + 0.5) * band,
    y: (value) => top + ((ticks.at(-1) - value) / (ticks.at(-1) - ticks[0])) * ROOM,
  };
}

/** The lines and words around a chart with axes. */
function axesOf({ axis }, { ticks, names, left, wide, isSlanted, foot, under, middle, x, y }) {
  const line = (tick) => shape("path", { class: tick === 0 ? "axis" : "grid", d: `M${left} ${y(tick)}H${wide - 8}` });
  return [
    ticks.map((tick) => [line(tick), letters(left - 8, y(tick) + 4, figure(tick), "tick", "end")]),
    names.map((name, index) => (isSlanted
      ? letters(x(index), foot + 16, name, "tick", "end", -42, [x(index), foot + 12])
      : letters(x(index), foot + 16, name, "tick"))),
    axis.x_label && letters((left + wide) / 2, foot + under + 16, axis.x_label, "axis-name"),
    axis.y_label && letters(12, middle, axis.y_label, "axis-name", "middle", -90),
  ];
}

/** Columns side by side in each category, each with its figure above, upright where it is narrow. */
function bars({ series, categories, id }, { x, y, band, isUpright }) {
  const wide = Math.min(56, (band * FILL) / series.length);
  const bar = ({ name, values }, index) => values.map((value, category) => {
    const left = x(category) + (index - series.length / 2) * wide;
    const [top, bottom] = [y(Math.max(value, 0)), y(Math.min(value, 0))];
    const [middle, edge] = [left + wide / 2, value < 0 ? bottom + 14 : top - 5];
    const [width, height] = [Math.max(1, wide - 2), Math.max(bottom - top, value ? 1.5 : 0)];
    return [
      shape("rect", { ...filling(id, index), x: left + 1, y: top, width, height, rx: 2 },
        hover(name, categories[category], figure(value))),
      isUpright ? letters(middle + 4, edge, figure(value), "value", value < 0 ? "end" : "start", -90)
        : letters(middle, edge, figure(value), "value"),
    ];
  });
  return series.map(bar);
}

/** Lines from point to point, over a tint where the kind is an area; figures where they hide none before. */
function lines({ series, categories, type }, { x, y }) {
  const place = placing();
  const dot = ({ name, values }, index, category) => {
    const [left, top, text] = [x(category), y(values[category]), figure(values[category])];
    const spot = place(text, left, [top - 8, top + 18]);
    return shape("g", {}, point(index, left, top), hover(name, categories[category], text),
      spot !== null && letters(left, spot, text, "value"));
  };
  return series.map((one, index) => {
    const path = one.values.map((value, category) => `${x(category)} ${y(value)}`).join("L");
    const tint = { class: `tint series-${index}`, d: `M${x(0)} ${y(0)}L${path}V${y(0)}z` };
    return [type === "area" && shape("path", tint), shape("path", { ...stroke(index), d: `M${path}` }),
      one.values.map((_, category) => dot(one, index, category))];
  });
}

/** Slices from noon on, each with its share beside it. */
function pie({ series: [{ values }], categories, id }) {
  const [sum, place] = [total(values), placing()];
  const edge = (part, far) => [Math.sin(part * 2 * Math.PI) * far, -Math.cos(part * 2 * Math.PI) * far];
  const arc = (start, end) => `M0 0L${edge(start, RADIUS)}`
    + `A${RADIUS} ${RADIUS} 0 ${Number(end - start > 0.5)} 1 ${edge(end, RADIUS)}z`;
  const slice = (value, index) => {
    const start = total(values.slice(0, index)) / sum;
    const [x, y] = edge(start + value / sum / 2, RADIUS + 16);
    const spot = place(shareOf(value, sum), x, [y + 4]);
    const part = { d: arc(start, start + value / sum) };
    const [tag, looks] = values.length > 1 ? ["path", part] : ["circle", { r: RADIUS }];
    return [
      shape(tag, { ...filling(id, index), ...looks }, hover(categories[index], figure(value), shareOf(value, sum))),
      spot !== null && letters(x, spot, shareOf(value, sum), "value"),
    ];
  };
  return shape("g", { transform: `translate(${RADIUS + 40} ${RADIUS + 24})` }, values.map(slice));
}

const CHARTS = { bar: bars, line: lines, area: lines, pie };

const picture = (kind, wide, high, ...children) => shape("svg", {
  class: kind, width: wide, height: high, viewBox: `0 0 ${wide} ${high}`, "aria-hidden": "true",
}, children);

function plot(data, width) {
  const isPie = data.type === "pie";
  const frame = isPie ? { wide: 2 * RADIUS + 80, high: 2 * RADIUS + 48 } : frameOf(data, width);
  const inside = [weaves(data.id), !isPie && axesOf(data, frame), CHARTS[data.type](data, frame)];
  return picture("drawing", frame.wide, frame.high, inside);
}

/** A chart's block as series of values over categories, whichever kind it is. */
function chartData({ type, segments, series, axis_config: axis = {} }) {
  const categories = axis.categories ?? segments.map((one) => one.label);
  const inOrder = (data) => categories.map((category) => data.find((one) => one.label === category)?.value ?? 0);
  const drawn = segments ? [{ name: "", values: segments.map((one) => one.value) }]
    : series.map(({ name, data }) => ({ name, values: inOrder(data) }));
  return { type, id: newId(), categories, axis, series: drawn };
}

function legend({ type, id, categories, series }) {
  const [isPie, isLines, { values }] = [type === "pie", ["line", "area"].includes(type), series[0]];
  const sample = (index) => (isLines
    ? picture("sample", 26, 14, shape("path", { ...stroke(index), d: "M0 7H26" }), point(index, 13, 7))
    : picture("sample", 14, 14, shape("rect", { ...filling(id, index), width: 14, height: 14, rx: 3 })));
  const said = (index) => `${figure(values[index])} (${shareOf(values[index], total(values))})`;
  const names = isPie ? categories : series.map((one) => one.name);
  return make("ul", { class: "legend" }, names.map((name, index) => make("li", {}, sample(index),
    make("span", {}, name), isPie && make("span", { class: "dim" }, said(index)))));
}

/** The same figures for who cannot see the drawing. */
function figuresOf(title, { categories, series, axis }) {
  const head = [axis.x_label || "Category", ...series.map(({ name }) => name || axis.y_label || "Value")];
  const row = (category, index) => make("tr", {}, make("th", { scope: "row" }, category),
    series.map(({ values }) => make("td", {}, String(values[index]))));
  return make("div", { class: "for-readers" }, make("table", {}, make("caption", {}, title),
    make("thead", {}, make("tr", {}, head.map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, categories.map(row))));
}

let lastRoom = 600; // pixels that a chart with axes had lately: the next is drawn for so many until its own are known

function chart({ title, chart: asked }) {
  const data = chartData(asked);
  const isPie = data.type === "pie";
  const room = make("div", {
    class: "chart-room", role: "img", "aria-label": `${title}: its figures follow in a table`,
  });
  let width = 0;
  const drawFor = (wide) => {
    if (wide === width || !wide) return;
    width = wide;
    if (!isPie) lastRoom = wide;
    room.replaceChildren(plot(data, width));
    if (room.scrollWidth > width) room.tabIndex = 0; // what scrolls sideways must be reached by keys
  };
  drawFor(lastRoom);
  new ResizeObserver(() => drawFor(room.clientWidth)).observe(room);
  const keyed = (isPie || data.series.length > 1) && legend(data);
  return make("figure", { class: `chart is-${data.type}` }, make("figcaption", {}, title),
    make("div", { class: "chart-body" }, room, keyed), figuresOf(title, data));
}

// ------------------------------------------------------------------------------------------------ messages

const TOGETHER = 300; // seconds within which one author's messages stand under one name
const at = (message) => Number(message.ts);
const isReply = (message) => Boolean(message.thread_ts) && message.thread_ts !== message.ts;

function avatar(person) {
  const letters = nameOf(person).split(/\s+/).map((word) => word[0]).slice(0, 2).join("").toUpperCase();
  const node = make("span", { class: person?.is_bot ? "avatar app" : "avatar", "aria-hidden": "true" }, letters);
  const hue = [...(person?.id ?? "")].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  node.style.setProperty("--hue", hue);
  return node;
}

/** Messages as they stand below each other: with lines between days and above the first unread, one name for several. */
function listed(messages, unreadFrom, answers = new Map()) {
  const items = [];
  let before = null;
  for (const message of messages) {
    const [isNew, date] = [message === unreadFrom, weekdayAt(at(message))];
    const isNewDay = !before || weekdayAt(at(before)) !== date;
    if (isNewDay) items.push({ key: `day ${date} ${dayNear(at(message))} ${isNew}`, day: dayNear(at(message)), isNew });
    else if (isNew) items.push({ key: "new", isNew });
    const manner = isNewDay || isNew ? mannerOf(message) : mannerOf(message, before);
    items.push({ key: `${message.channel} ${message.ts} ${manner}`, message, manner, answers: answers.get(message.ts) });
    before = message;
  }
  return items;
}

/** How a message is shown: what is gone, for one's own eyes, or follows what its author wrote just before. */
function mannerOf(message, before) {
  if (message.isGone) return "gone";
  if (message.is_ephemeral) return "ephemeral";
  const isAlone = !before || [message, before].some((one) => one.is_ephemeral || one.blocks?.length || one.isGone);
  return !isAlone && before.user === message.user && at(message) - at(before) < TOGETHER ? "follows" : "";
}

function itemNode(item) {
  if (item.message) return item.manner === "gone" ? goneNode() : messageNode(item);
  const label = [item.day, item.isNew && "New"].filter(Boolean).join(", ");
  const kind = `day ${item.isNew ? "is-new" : ""} ${item.isRule ? "is-rule" : ""}`;
  return make("div", { class: kind, role: "separator", "aria-label": label },
    item.day && make("span", {}, item.day), item.isNew && make("strong", {}, "New"));
}

/** What stands where a message was that was taken away, while its answers remain. */
function goneNode() {
  const more = make("div");
  const node = make("article", { class: "message gone", "aria-label": "A message that was removed" },
    make("span", { class: "gutter" }),
    make("div", { class: "message-main" }, make("p", { class: "hint" }, "This message was removed."), more));
  node.update = ({ message, answers }) => drawAnswers(more, message, answers);
  return node;
}

function messageNode({ message, manner }) {
  const author = personOf(message.user);
  const time = make("time", { title: dayAt(at(message)) }, timeAt(at(message)));
  const [body, files, more] = [make("div", { class: "blocks" }), make("div", { class: "files" }), make("div")];
  const only = manner === "ephemeral" && make("p", { class: "only-you" }, icon("eye"), "Only visible to you");
  const who = make("div", { class: "message-head" }, make("strong", {}, nameOf(author)),
    author?.is_bot && make("span", { class: "badge" }, "App"), time);
  const isUnder = manner === "follows";
  const node = make("article", { class: `message ${manner}`, "aria-label": `${nameOf(author)}, ${time.textContent}` },
    isUnder ? make("span", { class: "gutter" }, time) : avatar(author),
    make("div", { class: "message-main" }, only, !isUnder && who, body, files, more), messageActions(message));
  node.update = ({ message: now, answers }) => {
    const text = { type: "section", block_id: "text", text: { type: "mrkdwn", text: now.text } };
    drawBlocks(body, now.blocks?.length ? now.blocks : [text], onMessage(now), now.state);
    body.classList.toggle("edited", Boolean(now.edited));
    files.replaceChildren(...(now.files ?? []).map(fileNode));
    drawAnswers(more, now, answers);
  };
  return node;
}

/** A file as a link to keep it. */
function fileNode({ title, name, size, path }) {
  const kilobytes = Math.max(1, Math.round(size / 1024));
  return make("a", { class: "file", href: path, download: name }, make("strong", {}, title),
    make("span", { class: "dim" }, `${name}, ${kilobytes} KB`));
}

const shortcutsOf = (kind, asked) => seen.app.shortcuts.filter((one) => one.kind === kind).map((one) => ({
  text: one.name, description: `${seen.app.name} · ${one.description}`,
  pick: () => act(kind === "global" ? "shortcut" : "message_shortcut", { name: one.callback_id, ...asked }),
}));

/** What one may do with a message: answer it in a thread, or start a shortcut upon it. */
function messageActions(message) {
  if (message.is_ephemeral) return null;
  const entries = shortcutsOf("message", { on: onMessage(message).on });
  const more = entries.length > 0 && iconButton("more", "Shortcuts for this message", {
    "aria-haspopup": "menu", onclick: () => openMenu(more, "Shortcuts for this message", entries),
  });
  const answer = !isReply(message) && mayWrite(place)
    && iconButton("thread", "Reply in thread", { onclick: () => openThread(message.ts) });
  if (!answer && !more) return null;
  return make("div", { class: "message-actions", role: "group", "aria-label": "Actions" }, answer, more);
}

const spoken = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Below the message that a thread begins with: who answered, how often, and when last. */
function drawAnswers(parent, { ts }, answers = []) {
  const people = [...new Set(answers.map((one) => one.user))].slice(0, 3);
  const when = answers.length > 0 && `Last ${momentNear(at(answers.at(-1)))}`;
  const fresh = answers.filter((one) => isNews(one)).length;
  const line = { ts, people, when, fresh, count: answers.length, isOpen: thread === ts };
  reconcile(parent, when ? [line] : [], JSON.stringify, answersLine);
}

const answersLine = ({ ts, people, when, count, fresh, isOpen }) => make("button", {
  type: "button", class: "answers", "data-name": `thread ${ts}`, "aria-expanded": String(isOpen),
  onclick: () => (isOpen ? closeThread() : openThread(ts)),
}, make("span", { class: "faces" }, people.map((id) => avatar(personOf(id)))),
make("strong", {}, spoken(count, "reply", "replies")), fresh > 0 && make("span", { class: "count" }, `${fresh} new`),
make("span", { class: "dim" }, when));

// ------------------------------------------------------------------------------------------ what is unread

const GLANCE = 86400; // seconds before the first look at a workspace from which on messages count as unread

/** What this browser remembers of one person in this workspace; a workspace begun anew is another one. */
const memory = (what) => `${what} ${seen.team.id} ${seen.team.begun} ${me}`;
const readMarks = () => JSON.parse(localStorage.getItem(memory("read")) ?? "{}");

function firstLook() {
  const key = memory("first look");
  if (!localStorage.getItem(key)) localStorage.setItem(key, String(civilNow() - GLANCE));
  return Number(localStorage.getItem(key));
}

/** A conversation is read up to a message, and so is each thread for itself. */
const lineOf = (message) => (isReply(message) ? `${message.channel}/${message.thread_ts}` : message.channel);
const readUpTo = (line, marks = readMarks()) => Number(marks[line] ?? firstLook());
const isNews = (message, marks) => message.user !== me && at(message) > readUpTo(lineOf(message), marks);

function markRead(messages) {
  const last = messages.at(-1);
  if (!last || document.hidden || seen.clock.target || at(last) <= readUpTo(lineOf(last))) return;
  localStorage.setItem(memory("read"), JSON.stringify({ ...readMarks(), [lineOf(last)]: last.ts }));
}

const namesMe = ({ text, blocks = [] }) => {
  const said = JSON.stringify([text, blocks]);
  return said.includes(`<@${me}>`) || said.includes(`<@${me}|`) || said.includes(`"user_id":"${me}"`);
};

/** Answers concern whoever began the thread, wrote in it or was named there. */
const isInThread = (messages, root) => messages.some((one) =>
  (one.ts === root || one.thread_ts === root) && (one.user === me || namesMe(one)));

/** How much is new in a place: `news` make its name bold; those that the app wrote to one, or that name one, `count`. */
function unreadAt(where) {
  const [messages, marks] = [messagesAt(where), readMarks()];
  const news = messages.filter((one) =>
    isNews(one, marks) && (!isReply(one) || isInThread(messages, one.thread_ts)));
  return { news: news.length, count: where === "messages" ? news.length : news.filter(namesMe).length };
}

const looks = new Map(); // conversation or thread -> up to where it was read when one came to look at it

/** One comes to look at a conversation, or at a thread alone: what is unread now stays marked until one leaves. */
function look(isAtThread = false) {
  const channel = conversationAt(place);
  const lines = channel ? [!isAtThread && channel.id, thread && `${channel.id}/${thread}`] : [];
  for (const line of lines.filter(Boolean)) looks.set(line, readUpTo(line));
}

/** The first message that was unread when one came; whoever writes has read what stands above. */
function firstUnread(messages) {
  if (!messages.length) return undefined;
  const own = messages.filter((one) => one.user === me).map(at);
  const from = Math.max(looks.get(lineOf(messages.at(-1))) ?? Infinity, ...own);
  return messages.find((one) => one.user !== me && at(one) > from);
}

// ------------------------------------------------------------------------------- conversations and threads

const isApps = (one) => one.is_im && one.members.includes(seen.app.bot_user);
const conversationAt = (where) => seen.channels.find((one) =>
  (where === "messages" ? isApps(one) : where === "you" ? one.is_im && !isApps(one) : one.id === where));

/** Whether this person may write in a place. */
const mayWrite = (where) => (where === "messages" ? !seen.app.messages_read_only
  : where === "you" || Boolean(conversationAt(where)?.members.includes(me)));

/** The messages of a place; where nothing was ever written there is no conversation yet. */
const messagesAt = (where) => conversationAt(where)?.messages ?? [];
const isConversation = (where) => where !== "home" && where !== "inspector";

/** Where to write in a place: its conversation, or whom one begins one with. */
const whereToWrite = () => conversationAt(place)?.id ?? (place === "you" ? me : seen.app.bot_user);

const logEnd = keepEnd($("scroller"), $("log"));
const threadEnd = keepEnd($("thread-scroller"), $("thread-log"));

/** The messages of a conversation that begin something, and the answers to each. */
function threadsIn(messages) {
  const answers = new Map();
  for (const one of messages.filter(isReply)) answers.set(one.thread_ts, [...(answers.get(one.thread_ts) ?? []), one]);
  const roots = messages.filter((one) => !isReply(one));
  const there = new Set(roots.map((one) => one.ts));
  const gone = [...answers].filter(([ts]) => !there.has(ts))
    .map(([ts, [{ channel }]]) => ({ ts, channel, isGone: true }));
  return { roots: [...roots, ...gone].toSorted((one, other) => at(one) - at(other)), answers };
}

/** Shows items in a log; where these are another conversation than before, one sees its end, or its first unread. */
function drawLog(log, end, line, items, empty) {
  const isAnother = log.dataset.line !== line;
  log.dataset.line = line;
  log.setAttribute("aria-live", isAnother ? "off" : "polite"); // a place that opens is not read out whole
  reconcile(log, items.length ? items : [{ key: `empty ${line}` }], (item) => item.key, (item) =>
    (items.length ? itemNode(item) : empty));
  if (isAnother) showNewest(log, end);
}

/** Scrolls to the first unread message, or where all of them are in sight to the end. */
function showNewest(log, end) {
  end.toEnd();
  const mark = log.querySelector(".is-new");
  if (mark && mark.getBoundingClientRect().top < log.parentElement.getBoundingClientRect().top) end.toNode(mark);
}

function drawConversation() {
  const { roots, answers } = threadsIn(messagesAt(place));
  const there = roots.filter((one) => !one.isGone);
  markRead(there);
  drawLog($("log"), logEnd, place, listed(roots, firstUnread(there), answers), emptyWords());
}

/** What stands in a conversation in which nothing was written: what it is, and what one may do here. */
function emptyWords() {
  const [title, text] = {
    messages: ["Nothing yet", `What ${seen.app.name} writes to you appears here.`],
    you: ["Your own space", "Nobody else sees what you write here. It is a good place to try commands."],
  }[place] ?? [placeName(place), "Nothing has been written here yet."];
  return make("div", { class: "empty" }, make("h2", {}, title), make("p", {}, text));
}

/** The pane at the right: a message and its answers. */
function drawThread() {
  const { roots, answers } = threadsIn(messagesAt(place));
  const root = roots.find((one) => one.ts === thread);
  $("thread").hidden = !root;
  $("workspace").classList.toggle("has-thread", Boolean(root));
  if (!root) return;
  const replies = answers.get(thread) ?? [];
  markRead(replies);
  $("thread-where").textContent = placeName(place);
  const items = listed([root, ...replies], firstUnread(replies));
  const rule = { key: `rule ${replies.length}`, day: spoken(replies.length, "reply", "replies"), isRule: true };
  items.splice(items.findIndex((item) => item.message === root) + 1, 0, ...(replies.length ? [rule] : []));
  drawLog($("thread-log"), threadEnd, `${place} ${thread}`, items, "");
}

let leaveThread = null; // brings the focus back to where a thread was opened from

function openThread(root) {
  leaveThread = focusNow();
  show(place, root);
  draw();
  if (mayWrite(place) && !isTouched.matches) threadBox.focus();
  else $("thread").focus();
}

function closeThread() {
  if (!thread) return;
  show(place);
  draw();
  leaveThread?.();
  leaveThread = null;
}

// ------------------------------------------------------------------------------------------ Home and modals

function drawHome(home) {
  const node = $("home");
  if (node.dataset.view !== home?.id) {
    const empty = make("p", { class: "empty" }, `${seen.app.name} has shown nothing here yet.`);
    node.replaceChildren(home ? make("div", { class: "blocks" }) : empty);
    node.dataset.view = home?.id;
  }
  if (home) drawBlocks(node.firstChild, home.blocks, onView(home), home.state);
}

const FIRST = "input:checked, input:not([type=radio]), textarea, .picker-face"; // what a modal gives the focus to
let leaveModal = null; // brings the focus back to where the lowest modal was opened from

/** Shows the modal on top; those below it are seen as edges above, and named. */
function drawModal(views) {
  const [dialog, body, top] = [$("modal"), $("modal-body"), views.at(-1)];
  const isNew = dialog.dataset.view !== top?.id;
  dialog.dataset.view = top?.id;
  if (isNew) {
    body.replaceChildren();
    $("modal-trouble").hidden = true;
  }
  if (!top) return hideModal(dialog);
  drawModalFrame(top, views.slice(0, -1));
  drawBlocks(body, top.blocks, onView(top), { ...top.state, errors: top.errors });
  if (!dialog.open) {
    leaveModal = focusNow();
    dialog.showModal();
  }
  const first = body.querySelector("[data-first]") ?? body.querySelector(FIRST);
  if (isNew || !dialog.contains(document.activeElement)) ((isNew && first) || body).focus({ preventScroll: true });
  return undefined;
}

function drawModalFrame(top, below) {
  $("modal").dataset.below = below.length;
  $("modal-title").textContent = textOf(top.title);
  $("modal-trail").replaceChildren(...below.flatMap((view) => [make("span", {}, textOf(view.title)), " › "]));
  $("modal-trail").hidden = !below.length;
  $("modal-back").hidden = !below.length;
  $("modal-back").setAttribute("aria-label", below.length ? `Back to ${textOf(below.at(-1).title)}` : "Back");
  $("modal-cancel").textContent = textOf(top.close) || (top.submit ? "Cancel" : "Close");
  $("modal-submit").textContent = textOf(top.submit);
  $("modal-submit").hidden = !top.submit;
}

function hideModal(dialog) {
  if (!dialog.open) return;
  dialog.close();
  leaveModal?.();
  leaveModal = null;
}

async function submitModal() {
  await flush();
  const done = await busy($("modal-submit"), () => act("submit"));
  if (!done) return;
  $("modal-trouble").hidden = done.outcome !== "failed";
  $("modal-trouble").replaceChildren("We had some trouble connecting. Try again?", make("small", {}, done.problem));
  const failed = $("modal-body").querySelector("[data-failed=yes]");
  failed?.querySelector("input, textarea, button")?.focus();
}

async function closeModal(everything) {
  await flush();
  await act("close", { everything });
}

// ------------------------------------------------------------------------------------------------- sidebar

/** The address of a place as a person sees it; with the ts of a message, its thread is open. */
const address = (user, where, root) =>
  `?${new URLSearchParams(Object.entries({ as: user, in: where, thread: root }).filter(([, value]) => value))}`;

function follow(event, where) {
  if (isBrowsers(event)) return;
  event.preventDefault();
  goTo(where);
}

/** A link within the page to one of its places. */
const placeLink = (where, parts, ...children) =>
  make("a", { href: address(me, where), onclick: (event) => follow(event, where), ...parts }, children);

const APP_PLACES = { home: "Home", messages: "Messages" };

/** What a place is called. */
function placeName(where) {
  if (APP_PLACES[where]) return `${APP_PLACES[where]} of ${seen.app.name}`;
  if (where === "inspector") return "Inspector";
  return where === "you" ? nameOf(seen.me) : `#${conversationAt(where)?.name ?? ""}`;
}

/** Every place, in groups: { title, entries }, an entry { where, symbol, text, isOutside }. */
function places() {
  const isIn = (one) => one.members.includes(me);
  const channels = openChannels().map((one) =>
    ({ where: one.id, symbol: one.is_private ? "lock" : "hash", text: one.name, isOutside: !isIn(one) }));
  return [
    {
      title: seen.app.name,
      entries: appTabs().map((tab) => ({ where: tab, symbol: tab, text: APP_PLACES[tab] })),
    },
    { title: "Channels", entries: channels.toSorted((one, other) => one.isOutside - other.isOutside) },
    { title: "Direct messages", entries: [{ where: "you", symbol: "person", text: `${nameOf(seen.me)} (you)` }] },
    { title: "For developers", entries: [{ where: "inspector", symbol: "inspector", text: "Inspector" }] },
  ].filter((group) => group.entries.length);
}

const isPlace = (where) => places().some((group) => group.entries.some((one) => one.where === where));

function placeEntry({ where, symbol, text, isOutside }) {
  const [badge, said] = [make("span", { class: "count" }), make("span", { class: "for-readers" })];
  const node = placeLink(where, { class: isOutside ? "place outside" : "place" }, icon(symbol),
    make("span", { class: "place-name" }, text), badge, said);
  node.update = () => {
    const { news, count: named } = unreadAt(where);
    if (where === place) node.setAttribute("aria-current", "page");
    else node.removeAttribute("aria-current");
    node.classList.toggle("has-news", news > 0);
    badge.textContent = named || "";
    said.textContent = named ? " for you" : news ? ", something new" : "";
  };
  return node;
}

function drawSidebar() {
  $("team-name").textContent = seen.team.name;
  $("act-as").replaceChildren(avatar(seen.me), make("span", { class: "act-as-name" },
    make("small", {}, "Acting as"), make("strong", {}, nameOf(seen.me))), icon("down"));
  reconcile($("places"), places(), (group) => group.title, (group) => {
    const list = make("div");
    const node = make("section", {}, make("h2", {}, group.title), list);
    node.update = ({ entries }) => reconcile(list, entries, JSON.stringify, placeEntry);
    return node;
  });
}

const actors = (people) => people.filter((person) => !person.is_bot && !person.deleted);

function personNotes(person) {
  const notes = {
    is_owner: "owner", is_admin: "admin", is_restricted: "guest", is_ultra_restricted: "guest",
    is_stranger: "from elsewhere", team_id: "from elsewhere",
  };
  const fitting = Object.keys(notes).find((key) => person[key]);
  return [person.title || `@${person.name}`, fitting && notes[fitting]].filter(Boolean).join(" · ");
}

/** Where another person would be when they take this one's place: the same place, if they see it. */
function placeFor({ id }) {
  const there = channelOf(place);
  return there?.is_private && !there.members.includes(id) ? "" : place;
}

function chooseActor() {
  const people = actors(seen.people).map((person) => {
    const [text, href] = [nameOf(person), address(person.id, placeFor(person))];
    const description = person.id === me ? "This is you now" : personNotes(person);
    return { text, description, face: avatar(person), href, beside: newWindow(href, text), pick: () => location.assign(href) };
  });
  const first = { text: "Everybody, and what to try", face: icon("people"), href: "./", pick: () => location.assign("./") };
  openMenu($("act-as"), "Whom to act as", [...people, first]);
}

const appTabs = () => Object.keys(APP_PLACES).filter((tab) => seen.app[`${tab}_tab`]);

function drawHead(channel) {
  const isApp = Boolean(APP_PLACES[place]);
  const whose = isApp ? personOf(seen.app.bot_user) : place === "you" ? seen.me : null;
  const title = whose ? nameOf(whose) : channel?.name ?? "Inspector";
  const current = (where) => ({ "aria-current": where === place && "page" });
  const tab = (where) => placeLink(where, { class: "tab", ...current(where) }, APP_PLACES[where]);
  const notes = { inspector: `What passes between Slack and ${seen.app.name}`, you: "Only you" };
  const beside = isApp ? make("nav", { class: "tabs", "aria-label": title }, appTabs().map(tab))
    : make("small", {}, notes[place] ?? spoken(channel.members.length, "member"));
  const symbol = whose ? avatar(whose) : icon(place === "inspector" ? place : channel.is_private ? "lock" : "hash");
  const key = [place, title, beside.textContent].join();
  if ($("pane-title").dataset.key !== key) $("pane-title").replaceChildren(symbol, make("h1", {}, title), beside);
  $("pane-title").dataset.key = key;
}

/** The window's title begins with how much waits for this person, or a dot where something is merely new. */
function drawTitle() {
  const unread = places().flatMap((group) => group.entries).map(({ where }) => unreadAt(where));
  const sum = unread.reduce((all, one) => all + one.count, 0);
  const mark = sum ? `(${sum}) ` : unread.some((one) => one.news) ? "• " : "";
  document.title = `${mark}${placeName(place)} · ${nameOf(seen.me)} · ${seen.team.name}`;
  $("open-sidebar").dataset.count = sum || (mark && "•");
  $("open-sidebar").setAttribute("aria-label", sum ? `Conversations, ${sum} for you` : "Conversations");
}

const isNarrow = matchMedia("(max-width: 760px)");
const isCovered = matchMedia("(max-width: 1080px)"); // by the thread that is open
const isTouched = matchMedia("(hover: none)"); // where a box with the focus would bring up a keyboard

function openSidebar() {
  document.body.classList.add("sidebar-open");
  $("jump-open").focus();
}

function closeSidebar() {
  const hadFocus = $("sidebar").contains(document.activeElement);
  document.body.classList.remove("sidebar-open");
  if (isNarrow.matches && hadFocus) $("open-sidebar").focus();
}

// ------------------------------------------------------------------------------------------------- jumping

let jumps = null;

/** Places and people whose words begin with what was typed. */
function jumpGroups() {
  const typed = $("jump-text").value.trim().toLowerCase();
  const isMeant = ({ text, hint }) =>
    `${text} ${hint}`.toLowerCase().split(/[\s(@]+/).some((word) => word.startsWith(typed));
  const there = places().flatMap(({ title, entries }) => entries.map(({ where, symbol, text }) => ({
    text, hint: title === "Channels" ? "" : title, face: icon(symbol),
    href: address(me, where), value: () => goTo(where),
  })));
  const people = actors(seen.people).filter((one) => one.id !== me).map((one) => ({
    text: nameOf(one), hint: personNotes(one), face: avatar(one), href: address(one.id, placeFor(one)),
    value: () => location.assign(address(one.id, placeFor(one))),
  }));
  return [{ label: "Go to", choices: there.filter(isMeant) }, { label: "Act as", choices: people.filter(isMeant) }];
}

function openJump() {
  if ($("jump").open || $("modal").open || $("confirm").open) return;
  const back = focusNow();
  $("jump-text").value = $("jump").returnValue = "";
  $("jump").showModal();
  jumps.draw(jumpGroups(), 0);
  $("jump").addEventListener("close", () => $("jump").returnValue || back(), { once: true });
}

function jump({ value, href }, event) {
  $("jump").close("jumped");
  if (event && isBrowsers(event)) open(href, "_blank", "noopener");
  else value();
}

function listenToJumps() {
  if (/Mac|iPhone|iPad/.test(navigator.platform)) $("jump-keys").textContent = "⌘ K";
  jumps = pickList($("jump-text"), $("jump-list"), { pick: jump, empty: "Nothing and nobody is called so." });
  $("jump-text").addEventListener("input", () => jumps.draw(jumpGroups(), 0));
  $("jump-text").addEventListener("keydown", (event) => jumps.key(event));
  $("jump").addEventListener("click", ({ target }) => target === $("jump") && $("jump").close());
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    openJump();
  });
}

// --------------------------------------------------------------------------------------------------- clock

let civilAhead = 0; // seconds by which the workspace's clock is ahead of this machine's
let moveBegan = 0; // where the clock stood when it set out
const civilNow = () => Date.now() / 1000 + civilAhead;
const secondsOf = (text) => Date.parse(text) / 1000;

function readClock() {
  const { now, target } = seen.clock;
  const wasMoving = $("clock").classList.contains("moving");
  civilAhead = secondsOf(now) - Date.now() / 1000;
  $("clock").classList.toggle("moving", target !== null);
  if (target && !wasMoving) {
    moveBegan = civilNow();
    look(); // what comes on the way is new, even where one looks on
  }
  if (wasMoving && !target) arrived();
}

/** The clock is there: the app hears again that one looks at it, as what it shows there is of another day. */
function arrived() {
  $("log").dataset.line = ""; // shows its first unread message again
  if (APP_PLACES[place]) act("open", { tab: place });
}

function drawClock() {
  const { target, moves } = seen.clock;
  const goal = target && secondsOf(target);
  $("clock-note").textContent = clockNote(goal);
  $("clock-way").hidden = !goal;
  if (goal) $("clock-way").value = Math.max(0.02, (civilNow() - moveBegan) / (goal - moveBegan || 1));
  reconcile($("clock-moves"), moves, (move) => move.name, ({ name, text }) => {
    const node = make("button", { type: "button", class: "clock-move", onclick: () => moveClock(name) }, text);
    node.update = () => node.setAttribute("aria-disabled", String(Boolean(seen.clock.target)));
    return node;
  });
  tick();
}

function clockNote(goal) {
  if (goal) return `Going to ${dayAt(goal)}, ${timeAt(goal)}`;
  if (!seen.clock.moves.length) return `${seen.app.name} does not follow this clock, so it cannot be moved.`;
  return "";
}

const cityOf = (zone) => zone.split("/").at(-1).replaceAll("_", " ");

function tick() {
  $("clock-day").textContent = dayAt(civilNow());
  $("clock-time").textContent = `${timeAt(civilNow())}, ${cityOf(seen.me.tz)}`;
}

/** Moves the workspace's clock; what the app would have sent meanwhile arrives on the way. */
async function moveClock(to) {
  if (!seen.clock.target) await ask("move_clock", { user: me, to }); // others may act on the way
}

// ------------------------------------------------------------------------------------------ the first page

function drawTry() {
  const found = seen.tries.find((one) => one.user === me);
  $("try").hidden = !found || place === "inspector" || localStorage.getItem(memory("tried")) === found.text;
  if (!found || $("try").dataset.text === found.text) return;
  $("try").dataset.text = found.text;
  const done = iconButton("close", "Hide this", { onclick: () => {
    localStorage.setItem(memory("tried"), found.text);
    drawTry();
    $("pane").focus();
  } });
  $("try").replaceChildren(make("span", {}, make("strong", {}, `${found.as}: `), found.text), done);
}

/** Under a heading that says their city, it is not said again. */
const notesIn = (person, city) => personNotes(person).replace(`, ${city}`, "");

/** What to try as one of the people. */
function tryCard({ user, as, text }, people) {
  const person = people.find((one) => one.id === user);
  const [first] = nameOf(person).split(" ");
  const link = { class: "button", href: address(user, "home"), "aria-label": `Be ${nameOf(person)}, ${as.toLowerCase()}` };
  return make("li", { class: "try-card" }, make("h3", {}, as), make("p", {}, text), make("div", { class: "try-foot" },
    avatar(person), words("try-who", nameOf(person), notesIn(person, cityOf(person.tz))),
    make("a", link, `Be ${first}`)));
}

function personCard(person, city) {
  const href = address(person.id, "home");
  return make("li", { class: "person" },
    make("a", { href }, avatar(person), words("try-who", nameOf(person), notesIn(person, city))),
    newWindow(href, nameOf(person)));
}

/** The people of one zone, and what time it is there. */
function zoneGroup(zone, people, now) {
  const [city, title] = [cityOf(zone), newId()];
  const time = `${momentIn(now, zone, { weekday: "long" })} ${momentIn(now, zone, TIME)}`;
  return make("section", { "aria-labelledby": title },
    make("h3", { id: title }, city, make("small", {}, time)),
    make("ul", { class: "people" }, people.map((person) => personCard(person, city))));
}

async function drawChooser() {
  const { team, app, people, tries, now } = await (await fetch("/control/people")).json();
  const everybody = actors(people);
  const zones = Map.groupBy(everybody, (person) => person.tz);
  document.title = `${app.name} at ${team}`;
  $("chooser-title").textContent = `Try ${app.name} at ${team}`;
  $("chooser-what").textContent = `${app.description} Be anybody in this made-up company of ${everybody.length},`
    + " in a Slack that runs on this machine alone.";
  $("chooser-clock").textContent = momentIn(now, everybody[0]?.tz ?? "UTC", { ...DAY, year: "numeric" });
  $("chooser-tries").hidden = !tries.length;
  const [first, later] = [tries.slice(0, 2), tries.slice(2)];
  $("tries-first").replaceChildren(...first.map((one) => tryCard(one, people)));
  $("tries-later").replaceChildren(...later.map((one) => tryCard(one, people)));
  $("chooser-people").replaceChildren(...[...zones].map(([zone, there]) => zoneGroup(zone, there, now)));
  $("chooser").hidden = false;
}

/** The page before anybody is chosen; it follows the clock while somebody else moves it. */
async function choose() {
  await drawChooser();
  let drawing = null;
  new EventSource("/control/live").onmessage = ({ data }) => {
    if (!["clock", "person"].includes(JSON.parse(data).what)) return;
    drawing ??= drawChooser().finally(() => { drawing = null; });
  };
}

// --------------------------------------------------------------------------------------------- composers

/** What may be meant by the typed @name or /command: { text, hint, description, word, from }, `word` replacing it. */
function meantBy(box, isThread) {
  const before = box.value.slice(0, box.selectionStart);
  const handle = /(?:^|\s)@([\w.-]*)$/.exec(before)?.[1].toLowerCase();
  if (handle !== undefined) return peopleMeant(handle, before.length - handle.length - 1);
  const [, name, gap] = /^(\/\S*)(\s?)/.exec(before) ?? [];
  const isMeant = (one) => (gap ? one.name === name : one.name.startsWith(name));
  return (name ? seen.app.commands.filter(isMeant) : []).map((one) => ({
    text: one.name, hint: isThread ? "does not work in a thread" : one.usage_hint, from: 0,
    description: isThread ? "Type it below the conversation itself." : one.description,
    word: isThread || one.name === name ? null : `${one.name} `,
  }));
}

function peopleMeant(handle, from) {
  const wordsOf = (one) => `${one.name} ${nameOf(one)}`.toLowerCase().split(" ");
  const isMeant = (one) => !one.deleted && wordsOf(one).some((word) => word.startsWith(handle));
  return seen.people.filter(isMeant).slice(0, 8).map((one) =>
    ({ text: nameOf(one), hint: `@${one.name}`, face: avatar(one), word: `@${one.name} `, from }));
}

/** A box to write in, with what it suggests; a thread has its own. Each conversation keeps what was begun in it. */
function composer(name) {
  const [form, box, list] = [$(`${name}-form`), $(`${name}-text`), $(`${name}-suggestions`)];
  const isThread = name === "thread";
  const drafts = new Map();
  let line = "";
  const choices = pickList(box, list, { pick: complete, isOffered: (choice) => Boolean(choice?.word) });
  const isListed = () => !list.hidden && choices.offered.some((one) => one.word);
  function suggest() {
    const meant = meantBy(box, isThread);
    list.hidden = !meant.length;
    choices.draw([{ choices: meant }], 0);
  }
  function complete({ word, from }) {
    if (!word) return;
    box.setRangeText(word, from, box.selectionStart, "end");
    suggest();
  }
  function hide() {
    list.hidden = true;
    box.removeAttribute("aria-activedescendant");
  }
  /** Runs a command or posts a message; what could not be sent stays in the box. */
  async function send() {
    const text = box.value.trim();
    const asked = { text, channel: whereToWrite(), thread_ts: isThread ? thread : "" };
    const done = text && (await busy($(`${name}-send`), () => act(/^\/\w/.test(text) ? "command" : "post", asked)));
    if (!done) return;
    if (box.value.trim() === text) box.value = "";
    suggest();
    (isThread ? threadEnd : logEnd).toEnd();
  }
  function key(event) {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      hide();
    } else if (isListed() && event.key === "Tab") {
      event.preventDefault();
      complete(choices.offered.find((one) => one.word));
    } else if (!(isListed() && choices.key(event)) && event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  }
  $(`${name}-send`).append(icon("send"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });
  box.addEventListener("keydown", key);
  for (const kind of ["input", "click", "focus"]) box.addEventListener(kind, suggest);
  box.addEventListener("blur", hide);
  return {
    focus: () => box.focus(),
    draw(now, hint) {
      if (now !== line) {
        drafts.set(line, box.value);
        box.value = drafts.get(now) ?? "";
        line = now;
        hide();
      }
      box.placeholder = hint;
      box.setAttribute("aria-label", hint);
    },
  };
}

const mainBox = composer("main");
const threadBox = composer("thread");

function drawFoot() {
  const command = seen.app.commands[0]?.name ?? "a command";
  const isShut = !mayWrite(place);
  $("foot").hidden = !isConversation(place);
  $("main-form").hidden = $("thread-form").hidden = isShut;
  $("main-note").hidden = !isShut;
  $("main-note").textContent = place === "messages"
    ? `Only ${seen.app.name} writes here. Type ${command} in a channel, or in your own space under Direct messages.`
    : "You are not in this channel, so you can only read here.";
  const whom = place === "messages" ? seen.app.name : placeName(place);
  mainBox.draw(place, place === "you" ? `Try ${command}` : `Message ${whom}, or type ${command}`);
  threadBox.draw(`${place} ${thread}`, "Reply");
}

// --------------------------------------------------------------------------------------------- inspector

const TRAFFIC = {
  delivery: ["to-app", "To the app"], api: ["from-app", "API call"], response_url: ["from-app", "By response_url"],
};
const TROUBLES = {
  slow: "Slow, over 1 s", late: "Too late, over 3 s", failed: "Failed", refused: "Refused", fault: "Fault",
};
const KEPT_IN_VIEW = 300; // lines, unless one asks for older ones

/** What is wrong with an entry, in words; empty where nothing is. */
const troubleOf = ({ trouble, problem, fault }) => {
  const said = trouble === "fault" ? fault : ["failed", "refused"].includes(trouble) ? problem : "";
  return trouble && (said ? `${TROUBLES[trouble]}: ${said}` : TROUBLES[trouble]);
};
const tookOf = (seconds) =>
  (seconds >= 1 ? `${seconds.toFixed(1)} s` : seconds < 0.0015 ? "1 ms" : `${Math.round(seconds * 1000)} ms`);
const watchTime = (seconds) => new Date(seconds * 1000).toLocaleTimeString("en-GB", { hour12: false });

const inspector = {
  entries: [], next: 0, newest: 0, kept: 0, // as the last answers said
  since: 0, isPaused: false, older: false, // what one chose to see
  told: 0, isFollowing: false, // the number of the newest entry that the page heard of
  turn: 0, loaded: 0, // an answer of an earlier turn is not wanted any more
};

/** What is asked for now: the filters, and what was cleared away. */
function inspectorQuery(parts) {
  const [kind, text] = [$("inspect-kind").value, $("inspect-text").value.trim()];
  const asked = { kind, text, after: inspector.since, ...parts };
  if ($("inspect-problems").checked) asked.problems = 1;
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
}

/** Asks for lines until some are found or there are no more, as a filter may find none in all that one answer covers.
 *
 * Null where nothing came, or where something else is asked for meanwhile.
 */
async function inspectorLines(parts, turn) {
  let [answer, before] = [null, parts.before];
  do {
    const response = await fetch(`/control/inspect?${inspectorQuery({ ...parts, before })}`).catch(() => null);
    if (!response?.ok || turn !== inspector.turn) return null;
    answer = await response.json();
    before = answer.next;
  } while (!answer.entries.length && answer.next);
  return turn === inspector.turn ? answer : null;
}

const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

/** Begins the list anew, for other filters or after a gap. */
async function loadInspector() {
  const turn = ++inspector.turn;
  const answer = await inspectorLines({}, turn);
  if (!answer) return undefined;
  Object.assign(inspector, answer, { older: false, loaded: turn });
  if (inspector.since > answer.newest) return showAll(); // the playground was started anew, and counts from one
  drawLines();
  return inspector.told > answer.newest ? followInspector() : undefined;
}

/** The same once one has ceased to type for a moment. */
async function searchInspector() {
  const turn = ++inspector.turn;
  await pause(180);
  if (turn === inspector.turn) loadInspector();
}

/** Adds what is newer as long as there is any, a burst at once. */
async function followInspector() {
  if (inspector.isFollowing) return;
  inspector.isFollowing = true;
  do await pause(150); while (await addNewer());
  inspector.isFollowing = false;
}

/** True where still more came meanwhile. What is being loaded anew will hold it by itself. */
async function addNewer() {
  if (place !== "inspector" || inspector.isPaused || inspector.loaded !== inspector.turn) return false;
  const answer = await inspectorLines({ after: inspector.newest }, inspector.turn);
  if (!answer) return false;
  if (answer.next) loadInspector(); // more than one answer holds
  else showNewer(answer);
  return !answer.next && inspector.told > inspector.newest;
}

function showNewer(answer) {
  const all = [...answer.entries, ...inspector.entries];
  const isCut = !inspector.older && all.length > KEPT_IN_VIEW;
  const entries = isCut ? all.slice(0, KEPT_IN_VIEW) : all;
  Object.assign(inspector, { ...answer, entries, next: isCut ? entries.at(-1).number : inspector.next });
  drawLines();
}

async function showOlder() {
  const answer = await busy($("inspect-older"), () => inspectorLines({ before: inspector.next }, inspector.turn));
  if (!answer) return;
  Object.assign(inspector, { entries: [...inspector.entries, ...answer.entries], next: answer.next, older: true });
  drawLines();
}

function drawLines() {
  const { entries, next, kept, isPaused, since, told, newest } = inspector;
  reconcile($("inspect-list"), entries, (entry) => entry.number, entryNode);
  const isFiltered = $("inspect-kind").value || $("inspect-text").value.trim() || $("inspect-problems").checked;
  $("inspect-empty").hidden = entries.length > 0;
  $("inspect-empty").textContent = isFiltered ? "Nothing that is kept fits these filters."
    : since ? "Cleared. What passes from now on appears here." : "Nothing has passed yet.";
  $("inspect-older").hidden = !next;
  $("inspect-count").textContent = `${figure(entries.length)} shown of ${figure(kept)} kept`;
  $("inspect-pause").textContent = isPaused ? `Go on${told > newest ? `, ${told - newest} newer` : ""}` : "Pause";
  $("inspect-pause").setAttribute("aria-pressed", String(isPaused));
  $("inspect-clear").textContent = since ? "Show all again" : "Clear";
}

/** Whom an entry is about, by the name that this person knows. */
function aboutOf(id) {
  const [person, channel] = [personOf(id), channelOf(id)];
  return person ? nameOf(person) : channel ? `#${channel.name}` : id;
}

/** One line of the list; it opens to what was asked and answered. */
function entryNode(entry) {
  const [[symbol, kind], trouble] = [TRAFFIC[entry.kind], troubleOf(entry)];
  const body = make("div", { class: "entry-body", id: newId(), hidden: true });
  const part = (name, ...children) => make("span", { class: `entry-${name}` }, children);
  const line = make("button", {
    type: "button", class: "entry-line", "aria-expanded": "false", "aria-controls": body.id,
    onclick: () => openEntry(entry, line, body),
  }, make("time", {}, watchTime(entry.at)), part("kind", icon(symbol), make("span", {}, kind)),
  part("name", entry.name, entry.attempt > 0 && make("small", {}, ` try ${entry.attempt + 1}`)),
  part("about", aboutOf(entry.about)), part("took", tookOf(entry.seconds)),
  part("trouble", trouble && [icon("notice"), trouble]));
  return make("li", { class: "entry" }, line, body);
}

async function openEntry(entry, line, body) {
  const isOpen = line.getAttribute("aria-expanded") === "true";
  line.setAttribute("aria-expanded", String(!isOpen));
  body.hidden = isOpen;
  if (isOpen || body.firstChild) return;
  const found = await (await fetch(`/control/inspect/${entry.number}`)).json();
  body.replaceChildren(...(found.error ? [make("p", { class: "hint" }, sentence(found.error))] : entryParts(found)));
}

function entryParts(entry) {
  const took = `${entry.kind === "delivery" ? "acknowledged" : "answered"} in ${tookOf(entry.seconds)}`;
  const facts = [`No. ${entry.number}`, entry.status && `status ${entry.status}`, took, entry.problem];
  return [make("p", { class: "hint" }, facts.filter(Boolean).join(" · ")),
    make("div", { class: "entry-sides" }, jsonPanel("Request", entry.request), jsonPanel("Answer", entry.answer))];
}

/** JSON within strings, as arguments of calls are sent, is read too. */
function readable(value) {
  if (typeof value === "string" && /^[[{]/.test(value)) {
    try {
      return JSON.parse(value);
    } catch {
      return value;
    }
  }
  if (Array.isArray(value)) return value.map(readable);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, readable(part)]));
}

const JSON_PARTS = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;
const TINTED = 60000; // letters above which JSON is shown without hues

function jsonPanel(title, value) {
  const text = JSON.stringify(readable(value), null, 2) ?? "null";
  const tinted = (part) => marked(part, JSON_PARTS, (rest) => rest, ([whole, string, colon]) =>
    make("span", { class: colon ? "json-key" : string ? "json-string" : "json-word" }, whole));
  const press = { type: "button", class: "quiet-button", onclick: () => copied(copy, text) };
  const copy = make("button", press, icon("copy"), "Copy");
  return make("section", { class: "entry-side" }, make("header", {}, make("h2", {}, title), copy),
    make("pre", { tabindex: 0, role: "group", "aria-label": title }, text.length > TINTED ? text : tinted(text)));
}

async function copied(button, text) {
  const isDone = await navigator.clipboard.writeText(text).then(() => true, () => false);
  button.lastChild.textContent = isDone ? "Copied" : "Not allowed";
  setTimeout(() => { button.lastChild.textContent = "Copy"; }, 2000);
}

function pauseInspector() {
  inspector.isPaused = !inspector.isPaused;
  drawLines();
  if (!inspector.isPaused) followInspector();
}

function showAll(since = 0) {
  inspector.since = since;
  return loadInspector();
}

/** Something passed between Slack and the app. */
function trafficPassed(number) {
  inspector.told = number;
  if (place !== "inspector") return;
  if (inspector.isPaused) drawLines();
  else followInspector();
}

function listenToInspector() {
  for (const id of ["inspect-kind", "inspect-problems"]) $(id).addEventListener("input", loadInspector);
  $("inspect-text").addEventListener("input", searchInspector);
  $("inspect-list").addEventListener("keydown", (event) => {
    const lines = [...$("inspect-list").querySelectorAll(".entry-line")];
    const at = lines.indexOf(document.activeElement);
    if (at >= 0) walk(event, lines.length, at, (next) => lines[next].focus());
  });
}

// ----------------------------------------------------------------------------------------- coming and going

function draw() {
  $("workspace").hidden = false;
  $("scroller").hidden = place === "inspector";
  $("log").hidden = !isConversation(place);
  $("home").hidden = place !== "home";
  $("inspector").hidden = place !== "inspector";
  drawTry();
  drawHead(conversationAt(place));
  drawFoot();
  drawThread();
  if (place === "home") drawHome(seen.home);
  if (isConversation(place)) drawConversation();
  drawClock();
  drawSidebar();
  drawTitle();
  $("pane").inert = !$("thread").hidden && isCovered.matches;
  $("away").hidden = seen.app.reached;
  $("away").textContent = `${seen.app.name} is not running: nothing answers until it is.`;
  drawModal(seen.views);
}

let drawing = null;
let isStale = false;

/** Fetches what this person sees now and draws it; calls during a fetch share one more. */
function refresh() {
  isStale = true;
  drawing ??= fetchAndDraw().finally(() => { drawing = null; });
  return drawing;
}

async function fetchAndDraw() {
  while (isStale) {
    isStale = false;
    const response = await fetch(`/control/state?${new URLSearchParams({ user: me })}`).catch(() => null);
    $("offline").hidden = Boolean(response);
    if (!response?.ok) continue;
    const isFirst = !seen;
    seen = await response.json();
    readClock();
    if (!isPlace(place) && !conversationAt(place)) place = seen.app.home_tab ? "home" : "you";
    if (isFirst) look();
    draw();
  }
}

/** Turns to a place, and a thread in it, without drawing it; the address says so, unless it did so first. */
function show(where, root = "", isSaid = false) {
  if (where === place && root === thread) return;
  if (!isSaid) history.pushState(null, "", address(me, where, root));
  const isSame = where === place;
  [place, thread] = [where, root];
  look(isSame);
}

/** Goes to a place; the app is told where one opens its Home or its messages. */
async function goTo(where, root = "") {
  show(where, root);
  closeSidebar();
  draw();
  if (where === "home") $("scroller").scrollTop = 0;
  if (!$("modal").open) {
    if (mayWrite(where) && !isTouched.matches) mainBox.focus();
    else $("pane").focus({ preventScroll: true });
  }
  if (where === "inspector" && !inspector.isPaused) loadInspector();
  if (APP_PLACES[where]) await act("open", { tab: where });
}

function watch() {
  const stream = new EventSource(`/control/live?${new URLSearchParams({ user: me })}`);
  stream.onmessage = ({ data }) => {
    const { what, id } = JSON.parse(data);
    if (what === "traffic") trafficPassed(Number(id));
    else refresh();
  };
  stream.onopen = () => {
    refresh();
    if (place === "inspector" && !inspector.isPaused) loadInspector(); // what passed before the page heard of it
  };
  stream.onerror = () => { $("offline").hidden = false; };
}

const WIRES = {
  "open-sidebar": ["menu", openSidebar],
  "close-sidebar": ["close", closeSidebar],
  shade: [null, closeSidebar],
  shortcuts: ["bolt", () => openMenu($("shortcuts"), "Shortcuts", shortcutsOf("global"))],
  "act-as": [null, chooseActor],
  "jump-open": ["search", openJump],
  "thread-close": ["close", closeThread],
  "inspect-older": [null, showOlder],
  "inspect-pause": [null, pauseInspector],
  "inspect-clear": [null, () => showAll(inspector.since ? 0 : inspector.newest)],
  "modal-back": ["back", () => closeModal(false)],
  "modal-close": ["close", () => closeModal(true)],
  "modal-cancel": [null, () => closeModal(false)],
  "modal-submit": [null, submitModal],
};

function listen() {
  for (const [id, [symbol, press]] of Object.entries(WIRES)) {
    if (symbol) $(id).prepend(icon(symbol));
    $(id).addEventListener("click", press);
  }
  $("modal").addEventListener("cancel", (event) => event.preventDefault());
  $("modal").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    closeModal(false);
  });
  listenToJumps();
  listenToInspector();
  document.addEventListener("keydown", escape);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) look();
    draw();
  });
  addEventListener("storage", draw);
  isCovered.addEventListener("change", draw);
  setInterval(tick, 5000);
  addEventListener("popstate", () => goBack(query()));
}

/** Escape closes what is open beside the page: the sidebar, else the thread. */
function escape(event) {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (document.body.classList.contains("sidebar-open")) closeSidebar();
  else closeThread();
}

function goBack(asked) {
  show(asked.get("in") ?? place, asked.get("thread") ?? "", true);
  goTo(place, thread);
}

async function start() {
  if (me) await refresh();
  if (!seen) return choose();
  listen();
  watch();
  return goTo(place, thread);
}

start();
