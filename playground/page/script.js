// The page of the local Slack: what one person sees, and what they can do.
//
// Parts, in this order: elements · talking to the playground · words · fields · blocks · messages · Home and
// modals · sidebar · clock · composer · coming and going. What people or the app wrote is only ever set as text.

const $ = (id) => document.getElementById(id);
const query = () => new URLSearchParams(location.search);

const me = query().get("as") ?? "";
let place = query().get("in") ?? ""; // "home", "messages" (the app's), "you" (one's own), or a channel's id
let seen = null; // the last snapshot of /control/state

// ---------------------------------------------------------------------------------------------- elements

/** An element with attributes, listeners (`onclick`) and children; strings become text, what is empty is left out. */
function make(tag, parts = {}, ...children) {
  const node = document.createElement(tag);
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
  make("button", { type: "button", class: "icon-button", "aria-label": label, ...parts }, icon(name));

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
  for (const child of [...parent.children]) if (!nodes.includes(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}

/** Shows a popover beside what opened it, above where there is more room. */
function openBeside(pop, anchor) {
  const edge = anchor.getBoundingClientRect();
  pop.style.minWidth = `${Math.min(edge.width, 500)}px`;
  pop.showPopover();
  const [above, below] = [edge.top - 12, innerHeight - edge.bottom - 12];
  const isAbove = below < Math.min(pop.scrollHeight, 300) && above > below;
  pop.style.maxHeight = `${Math.min(isAbove ? above : below, 360)}px`;
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

/** A menu of { text, description, href, pick } entries beside a button. */
function openMenu(anchor, entries) {
  const items = entries.map(({ text, description, href, pick }) => make(href ? "a" : "button", {
    class: "menu-item", role: "menuitem", href, type: href ? null : "button",
    onclick: (event) => {
      if (isBrowsers(event)) return;
      event.preventDefault();
      pop.hidePopover();
      pick();
    },
  }, make("span", {}, text), description && make("small", {}, description)));
  const pop = make("div", { class: "popover menu", popover: "auto", role: "menu" }, items);
  pop.addEventListener("toggle", ({ newState }) => {
    anchor.setAttribute("aria-expanded", String(newState === "open"));
    if (newState === "closed") pop.remove();
  });
  pop.addEventListener("keydown", (event) => {
    walk(event, items.length, items.indexOf(document.activeElement), (next) => items[next].focus());
    if (!["Escape", "Tab"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    pop.hidePopover();
    anchor.focus();
  });
  anchor.after(pop);
  openBeside(pop, anchor);
  items[0]?.focus();
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
  $("confirm-no").textContent = textOf(question.deny);
  $("confirm-yes").textContent = textOf(question.confirm);
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
  wave: "👋", tada: "🎉", seedling: "🌱", sparkles: "✨", heart: "❤️", clap: "👏", raised_hands: "🙌", "+1": "👍",
  thumbsup: "👍", white_check_mark: "✅", warning: "⚠️", eyes: "👀", bulb: "💡", rocket: "🚀", pray: "🙏", smile: "😄",
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

function inline(text) {
  const nodes = [];
  let at = 0;
  for (const match of text.matchAll(MARKS)) {
    const [whole, code, angle, bold, italic, strike] = match;
    nodes.push(withEmoji(bare(text.slice(at, match.index))));
    if (code) nodes.push(make("code", {}, bare(code)));
    else if (angle) nodes.push(inAngles(angle));
    else nodes.push(make(bold ? "strong" : italic ? "em" : "s", {}, inline(bold ?? italic ?? strike)));
    at = match.index + whole.length;
  }
  return [...nodes, withEmoji(bare(text.slice(at)))].filter(Boolean);
}

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
const timeAt = (seconds) => momentIn(seconds, seen.me.tz, TIME);
const dayAt = (seconds) => momentIn(seconds, seen.me.tz, DAY);
const weekdayAt = (seconds) => momentIn(seconds, seen.me.tz, { ...DAY, year: "numeric" });

/** A day as people say it near it: today and yesterday by the clock of the workspace. */
function dayNear(seconds) {
  const near = { [weekdayAt(civilNow())]: "Today", [weekdayAt(civilNow() - 86400)]: "Yesterday" };
  return near[weekdayAt(seconds)] ?? dayAt(seconds);
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
};
const STYLES = { code: "code", bold: "strong", italic: "em", strike: "s", underline: "u" };

function richPart(part) {
  const shown = RICH[part.type]?.(part) ?? `[${part.type}]`;
  const tags = Object.keys(STYLES).filter((style) => part.style?.[style]);
  return tags.reduce((inner, style) => make(STYLES[style], {}, inner), shown);
}

const RICH_TAGS = { rich_text_section: "div", rich_text_quote: "blockquote", rich_text_preformatted: "pre" };

/** Rich text as nodes, one for each of its paragraphs, lists, quotes and code. */
const richText = (block) => block.elements.map((part) => {
  if (part.type !== "rich_text_list") return make(RICH_TAGS[part.type] ?? "div", {}, part.elements.map(richPart));
  const items = part.elements.map((item) => make("li", {}, item.elements.map(richPart)));
  const start = part.offset ? part.offset + 1 : null;
  return make(part.style === "ordered" ? "ol" : "ul", { class: `indent-${part.indent ?? 0}`, start }, items);
});

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
    class: "box", type, rows: isLong ? 4 : null, step: type === "number" ? "any" : null,
    maxlength: element.max_length, placeholder: textOf(element.placeholder), autocomplete: "off",
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
    const west = new Date((value ?? 0) * 1000).getTimezoneOffset() * 60;
    box.value = isMoment && value ? new Date((value - west) * 1000).toISOString().slice(0, 16) : value ?? "";
  });
  box.addEventListener("change", () => {
    send(isMoment && box.value ? Math.floor(new Date(box.value) / 1000) : box.value || null);
  });
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
const personChoice = (person) => ({ value: person.id, text: nameOf(person), description: `@${person.name}` });
const channelChoice = (channel) => ({ value: channel.id, text: `#${channel.name}` });

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
  return [{ choices: openChannels().map(channelChoice).filter(holds) }];
}

/** What a state value of a menu is called. */
function choiceOf(value) {
  if (typeof value === "object") return asChoice(value);
  const [person, channel] = [personOf(value), channelOf(value)];
  return person ? personChoice(person) : channel ? channelChoice(channel) : { value, text: value };
}

/** Every kind of menu: a face that shows what is chosen, and a list with a search over it. */
function menuField(surface, block, element) {
  const isMany = element.type.startsWith("multi_");
  const most = element.max_selected_items ?? Infinity;
  const face = make("button", { type: "button", class: "picker-face", "aria-haspopup": "listbox" });
  const chips = make("span", { class: "chips" });
  const list = make("div", { class: "picker-list", role: "listbox", id: newId(), "aria-multiselectable": isMany });
  const search = make("input", {
    class: "picker-search", role: "combobox", "aria-label": "Search", "aria-controls": list.id, "aria-expanded": "true",
    autocomplete: "off", placeholder: "Search",
  });
  const pop = make("div", { class: "popover picker", popover: "auto" }, search, list);
  const node = make("div", { class: "picker-field" }, isMany && chips, face, pop);
  const hint = textOf(element.placeholder) || (isMany ? "Choose some" : "Choose one");
  let [picked, offered, at] = [[], [], 0];

  node.control = face;
  const send = joined(node, surface, block, element, (value) => {
    picked = [value ?? []].flat().map(choiceOf);
    drawFace();
  });
  const isPicked = (choice) => picked.some((one) => one.value === choice.value);
  const without = (choice) => picked.filter((one) => one.value !== choice.value);
  function drawFace() {
    const shown = isMany || !picked.length ? make("span", { class: "hint" }, hint) : make("span", {}, picked[0].text);
    face.replaceChildren(shown, icon("down"));
    chips.replaceChildren(...picked.map((choice) => make("button", {
      type: "button", class: "chip", "aria-label": `Remove ${choice.text}`, onclick: () => take(without(choice)),
    }, choice.text, icon("close"))));
  }
  async function drawList() {
    const groups = (await offeredBy(surface, block, element, search.value)).filter((group) => group.choices.length);
    offered = groups.flatMap((group) => group.choices);
    list.replaceChildren(...groups.map(({ label, choices }) => make("div", { role: "group", "aria-label": label },
      label && make("div", { class: "picker-group" }, label), choices.map(drawChoice))));
    if (!offered.length) list.append(make("p", { class: "hint" }, "Nothing to choose here."));
    point(Math.max(0, Math.min(at, offered.length - 1)));
  }
  const drawChoice = (choice) => make("div", {
    role: "option", id: newId(), class: "choice", "aria-selected": String(isPicked(choice)), onclick: () => pick(choice),
  }, make("span", {}, choice.text, choice.description && make("small", {}, choice.description)),
  isPicked(choice) && icon("check"));
  function point(next) {
    at = next;
    const options = [...list.querySelectorAll("[role=option]")];
    options.forEach((option, index) => option.classList.toggle("at", index === at));
    search.setAttribute("aria-activedescendant", options[at]?.id ?? "");
    options[at]?.scrollIntoView({ block: "nearest" });
  }
  function take(choices) {
    picked = choices;
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
    [search.value, at] = ["", 0];
    await drawList();
    openBeside(pop, face);
    point(Math.max(offered.findIndex(isPicked), 0));
    search.focus();
  }
  function close() {
    pop.hidePopover();
    face.focus();
  }
  face.addEventListener("click", show);
  face.addEventListener("keydown", (event) => walk(event, 1, 0, show));
  pop.addEventListener("toggle", ({ newState }) => face.setAttribute("aria-expanded", String(newState === "open")));
  search.addEventListener("input", () => {
    at = 0;
    drawList();
  });
  search.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (walk(event, offered.length, at, point)) return;
    if (["Enter", "Escape", "Tab"].includes(event.key)) event.preventDefault();
    if (event.key === "Enter" && offered[at]) pick(offered[at]);
    if (event.key === "Escape" || event.key === "Tab") close();
    if (event.key === "Backspace" && isMany && !search.value && picked.length) {
      take(picked.slice(0, -1));
      drawList();
    }
  });
  drawFace();
  return node;
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
  const node = iconButton("more", "More actions", { "aria-haspopup": "menu", onclick: () => openMenu(node, entries) });
  return node;
}

const unknown = (_surface, _block, { type }) =>
  make("p", { class: "unknown" }, `A “${type}” stands here; this page does not draw it.`);
const image = ({ image_url: src, alt_text: alt }) =>
  make("img", { src, alt, referrerpolicy: "no-referrer", loading: "lazy" });
const each = (names, field) => Object.fromEntries(names.map((name) => [name, field]));
const MENUS = ["static", "external", "users", "channels", "conversations"].map((kind) => `${kind}_select`);

const FIELDS = {
  button: buttonField, overflow: overflowField, image: (_surface, _block, element) => image(element),
  ...each(["checkboxes", "radio_buttons"], tickField),
  ...each([...MENUS, ...MENUS.map((kind) => `multi_${kind}`)], menuField),
  ...each(["datepicker", "timepicker", "datetimepicker"], whenField),
  ...each(["plain_text_input", "number_input", "email_text_input", "url_text_input", "rich_text_input"], textField),
};

/** One element of a block, called by its block's words where it has none of its own. */
function field(surface, block, element) {
  const node = (FIELDS[element.type] ?? unknown)(surface, block, element);
  const label = textOf(element.placeholder) || textOf(block.text) || "Choose";
  if (node.control && node.control.tagName !== "BUTTON") node.control.setAttribute("aria-label", label);
  node.follow = ({ values }) => node.show?.(values?.[block.block_id]?.[element.action_id]);
  return node;
}

// -------------------------------------------------------------------------------------------------- blocks

/** Draws blocks into a parent; what is unchanged stays as it is, with what is typed in it. */
function drawBlocks(parent, blocks, surface, state) {
  reconcile(parent, blocks, (block) => JSON.stringify(block), (block) => {
    const fields = [];
    const put = (element) => {
      fields.push(field(surface, block, element));
      return fields.at(-1);
    };
    const node = (BLOCKS[block.type] ?? unknown)(put, block, block);
    node.classList.add("block", `block-${block.type}`);
    node.follow = (now) => {
      for (const one of fields) one.follow(now);
      node.fail?.(now.errors?.[block.block_id] ?? "");
    };
    return node;
  });
  for (const node of parent.children) node.follow(state);
}

const BLOCKS = {
  header: (_put, block) => make("h3", {}, worded(block.text)),
  divider: () => make("hr"),
  context: (_put, block) => make("div", {}, block.elements.map((part) =>
    (part.type === "image" ? image(part) : make("span", {}, worded(part))))),
  actions: (put, block) => make("div", {}, block.elements.map(put)),
  section: (put, { text, fields, accessory }) => make("div", { class: accessory ? "has-accessory" : null },
    make("div", { class: "section-text" }, text && make("div", {}, worded(text)),
      fields && make("div", { class: "fields" }, fields.map((one) => make("div", {}, worded(one))))),
    accessory && make("div", { class: "accessory" }, put(accessory))),
  rich_text: (_put, block) => make("div", {}, richText(block)),
  image: (_put, block) => make("figure", {}, block.title && make("figcaption", {}, worded(block.title)),
    block.image_url ? image(block) : make("p", { class: "unknown" }, `Picture: ${block.alt_text}`)),
  input: inputBlock,
  table: (_put, block) => tableOf(block.rows, block.column_settings),
  data_table: (_put, block) => tableOf(block.rows, [], block.caption),
  data_visualization: (_put, block) => chart(block),
};

function inputBlock(put, block) {
  const element = put(block.element);
  const control = element.control ?? element;
  const [label, hint, error] = [newId(), newId(), newId()];
  const said = make("p", { id: error, class: "error", hidden: true });
  control.id = newId();
  control.removeAttribute("aria-label");
  control.setAttribute("aria-labelledby", control.tagName === "BUTTON" ? `${label} ${control.id}` : label);
  control.setAttribute("aria-describedby", `${error} ${hint}`);
  const node = make("div", {},
    make("label", { id: label, for: control.id, class: "label" }, worded(block.label),
      block.optional && make("span", { class: "optional" }, " (optional)")),
    element, said, block.hint && make("p", { id: hint, class: "hint" }, worded(block.hint)));
  node.fail = (text) => {
    said.hidden = !text;
    said.textContent = text;
    node.classList.toggle("has-error", Boolean(text));
    control.setAttribute("aria-invalid", String(Boolean(text)));
  };
  return node;
}

function tableOf(rows, settings, caption = "") {
  const cell = (tag) => (one, column) => make(tag, { class: `align-${settings?.[column]?.align ?? "left"}` },
    one.type === "rich_text" ? richText(one) : one.text ?? String(one.value));
  const [head, ...body] = rows;
  return make("div", { class: "table-wrap", tabindex: 0, role: "region", "aria-label": caption || "Table" },
    make("table", {}, caption && make("caption", {}, caption),
      make("thead", {}, make("tr", {}, head.map(cell("th")))),
      make("tbody", {}, body.map((row) => make("tr", {}, row.map(cell("td")))))));
}

/** Bars in a table: one row a category, one bar a series, the number beside each. */
function chart({ title, chart: { segments, series = [{ name: "", data: segments }], axis_config: axis } }) {
  const categories = axis?.categories ?? segments.map((one) => one.label);
  const most = Math.max(1, ...series.flatMap((one) => one.data.map((point) => point.value)));
  const bar = (one, index, category) => {
    const value = one.data.find((point) => point.label === category)?.value ?? 0;
    const fill = make("span", { class: `bar series-${index % 6}` });
    fill.style.width = `${(Math.max(value, 0) / most) * 100}%`;
    return make("div", { class: "bar-line", title: one.name || null },
      make("span", { class: "bar-room" }, fill), make("span", { class: "bar-value" }, value.toLocaleString()));
  };
  const rows = categories.map((category) => make("tr", {},
    make("th", { scope: "row" }, category), make("td", {}, series.map((one, index) => bar(one, index, category)))));
  const key = series.length > 1 && make("ul", { class: "chart-key" }, series.map((one, index) =>
    make("li", {}, make("span", { class: `swatch series-${index % 6}` }), one.name)));
  const axes = [axis?.y_label, axis?.x_label].filter(Boolean).join(" by ");
  return make("figure", { class: "chart" }, make("figcaption", {}, title), key,
    make("table", {}, make("tbody", {}, rows)), axes && make("p", { class: "hint" }, axes));
}

// ------------------------------------------------------------------------------------------------ messages

const TOGETHER = 300; // seconds within which one author's messages stand under one name
const at = (message) => Number(message.ts);

function avatar(person) {
  const letters = nameOf(person).split(/\s+/).map((word) => word[0]).slice(0, 2).join("").toUpperCase();
  const node = make("span", { class: person?.is_bot ? "avatar app" : "avatar", "aria-hidden": "true" }, letters);
  const hue = [...(person?.id ?? "")].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  node.style.setProperty("--hue", hue);
  return node;
}

/** The messages in the order of a conversation: replies under what they answer, a line between days. */
function conversation(messages) {
  const roots = new Set(messages.map((one) => one.ts));
  const isReply = (one) => one.thread_ts && one.thread_ts !== one.ts && roots.has(one.thread_ts);
  const threadOf = (one) => (isReply(one) ? Number(one.thread_ts) : at(one));
  const items = [];
  let before = null;
  for (const message of messages.toSorted((one, other) => threadOf(one) - threadOf(other) || at(one) - at(other))) {
    const day = weekdayAt(threadOf(message));
    const isNew = !before || weekdayAt(threadOf(before)) !== day;
    if (isNew) items.push({ key: `day ${day} ${dayNear(threadOf(message))}`, day: dayNear(threadOf(message)) });
    const isAlone = [message, before ?? message].some((one) => one.is_ephemeral || isReply(one) || one.blocks?.length);
    const follows = !isAlone && before?.user === message.user && at(message) - at(before) < TOGETHER;
    const manner = isReply(message) ? "reply" : message.is_ephemeral ? "ephemeral" : follows ? "follows" : "";
    items.push({ key: `${message.ts} ${manner}`, message, manner });
    before = message;
  }
  return items;
}

function messageNode({ message, manner, day }) {
  if (day) return make("h2", { class: "day" }, make("span", {}, day));
  const author = personOf(message.user);
  const time = make("time", { title: dayAt(at(message)) }, timeAt(at(message)));
  const body = make("div", { class: "blocks" });
  const only = manner === "ephemeral" && make("p", { class: "only-you" }, icon("eye"), "Only visible to you");
  const who = make("div", { class: "message-head" }, make("strong", {}, nameOf(author)),
    author?.is_bot && make("span", { class: "badge" }, "App"), time);
  const isUnder = manner === "follows";
  const node = make("article", { class: `message ${manner}`, "aria-label": `${nameOf(author)}, ${time.textContent}` },
    isUnder ? make("span", { class: "gutter" }, time) : avatar(author),
    make("div", { class: "message-main" }, only, !isUnder && who, body), messageShortcuts(message));
  node.update = ({ message: now }) => {
    const text = { type: "section", block_id: "text", text: { type: "mrkdwn", text: now.text } };
    drawBlocks(body, now.blocks?.length ? now.blocks : [text], onMessage(now), now.state);
    body.classList.toggle("edited", Boolean(now.edited));
  };
  return node;
}

const shortcutsOf = (kind, asked) => seen.app.shortcuts.filter((one) => one.kind === kind).map((one) => ({
  text: one.name, description: `${seen.app.name} · ${one.description}`,
  pick: () => act(kind === "global" ? "shortcut" : "message_shortcut", { name: one.callback_id, ...asked }),
}));

function messageShortcuts(message) {
  const entries = shortcutsOf("message", { on: onMessage(message).on });
  if (message.is_ephemeral || !entries.length) return null;
  const node = iconButton("more", "Shortcuts for this message", {
    class: "icon-button message-more", "aria-haspopup": "menu", onclick: () => openMenu(node, entries),
  });
  return node;
}

function drawConversation(channel) {
  const [log, scroller] = [$("log"), $("scroller")];
  const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  const isAtEnd = log.dataset.place !== place || below < 80;
  log.dataset.place = place;
  const items = conversation(channel?.messages ?? []);
  reconcile(log, items.length ? items : [{ key: `empty ${place}` }], (item) => item.key, (item) =>
    (items.length ? messageNode(item) : make("p", { class: "empty" }, emptyWords())));
  if (isAtEnd) scroller.scrollTop = scroller.scrollHeight;
  markRead(channel);
}

function emptyWords() {
  if (place === "messages") return `Nothing yet. What ${seen.app.name} writes to you appears here.`;
  if (place === "you") return "This is your own space. Nobody else sees what you write or type here.";
  return "Nothing has been written here yet.";
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

function drawModal(views) {
  const [dialog, body, top] = [$("modal"), $("modal-body"), views.at(-1)];
  const isNew = dialog.dataset.view !== top?.id;
  dialog.dataset.view = top?.id;
  if (isNew) {
    body.replaceChildren();
    $("modal-trouble").hidden = true;
  }
  if (!top) return dialog.close();
  $("modal-title").textContent = textOf(top.title);
  $("modal-back").hidden = views.length < 2;
  $("modal-cancel").textContent = textOf(top.close) || (top.submit ? "Cancel" : "Close");
  $("modal-submit").textContent = textOf(top.submit);
  $("modal-submit").hidden = !top.submit;
  drawBlocks(body, top.blocks, onView(top), { ...top.state, errors: top.errors });
  if (!dialog.open) dialog.showModal();
  const first = isNew && body.querySelector("input:checked, input:not([type=radio]), textarea, .picker-face");
  if (isNew || !dialog.contains(document.activeElement)) (first || body).focus({ preventScroll: true });
  return undefined;
}

async function submitModal() {
  await flush();
  const done = await busy($("modal-submit"), () => act("submit"));
  if (!done) return;
  $("modal-trouble").hidden = done.outcome !== "failed";
  $("modal-trouble").replaceChildren("We had some trouble connecting. Try again?", make("small", {}, done.problem));
  const failed = $("modal-body").querySelector("[aria-invalid=true]");
  (failed?.querySelector("input") ?? failed)?.focus();
}

async function closeModal(everything) {
  await flush();
  await act("close", { everything });
}

// ------------------------------------------------------------------------------------------------- sidebar

const address = (user, where) => `?${new URLSearchParams(where ? { as: user, in: where } : { as: user })}`;

function follow(event, where) {
  if (isBrowsers(event)) return;
  event.preventDefault();
  goTo(where);
}

/** A link within the page to one of its places. */
const placeLink = (where, parts, ...children) =>
  make("a", { href: address(me, where), onclick: (event) => follow(event, where), ...parts }, children);

const isApps = (one) => one.is_im && one.members.includes(seen.app.bot_user);
const conversationAt = (where) => seen.channels.find((one) =>
  (where === "messages" ? isApps(one) : where === "you" ? one.is_im && !isApps(one) : one.id === where));

const GLANCE = 86400; // seconds before the first look at a workspace from which on messages count as unread

/** What this browser remembers of one person in this workspace; a workspace begun anew is another one. */
const memory = (what) => `${what} ${seen.team.id} ${seen.team.begun} ${me}`;
const readMarks = () => JSON.parse(localStorage.getItem(memory("read")) ?? "{}");

function firstLook() {
  const key = memory("first look");
  if (!localStorage.getItem(key)) localStorage.setItem(key, String(civilNow() - GLANCE));
  return Number(localStorage.getItem(key));
}

function markRead(channel) {
  if (!channel?.messages.length || document.hidden) return;
  const marks = { ...readMarks(), [channel.id]: channel.messages.at(-1).ts };
  localStorage.setItem(memory("read"), JSON.stringify(marks));
}

function unreadAt(where) {
  const channel = conversationAt(where);
  const last = Number(readMarks()[channel?.id] ?? firstLook());
  return where === place ? 0 : (channel?.messages ?? []).filter((one) => one.user !== me && at(one) > last).length;
}

function placeEntry({ where, symbol, text, isOutside }) {
  const badge = make("span", { class: "unread" });
  const node = placeLink(where, { class: isOutside ? "place outside" : "place" }, icon(symbol),
    make("span", { class: "place-name" }, text), badge);
  node.update = () => {
    const unread = unreadAt(where);
    if (where === place) node.setAttribute("aria-current", "page");
    else node.removeAttribute("aria-current");
    node.classList.toggle("has-unread", unread > 0);
    badge.textContent = unread && where === "messages" ? String(unread) : "";
  };
  return node;
}

function places() {
  const isIn = (one) => one.members.includes(me);
  const channels = openChannels().map((one) =>
    ({ where: one.id, symbol: one.is_private ? "lock" : "hash", text: one.name, isOutside: !isIn(one) }));
  const app = { home: "Home", messages: "Messages" };
  return [
    {
      title: seen.app.name,
      entries: Object.keys(app).filter((tab) => seen.app[`${tab}_tab`]).map((tab) =>
        ({ where: tab, symbol: tab, text: app[tab] })),
    },
    { title: "Channels", entries: channels.toSorted((one, other) => one.isOutside - other.isOutside) },
    { title: "Direct messages", entries: [{ where: "you", symbol: "person", text: `${nameOf(seen.me)} (you)` }] },
  ].filter((group) => group.entries.length);
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

function chooseActor() {
  openMenu($("act-as"), actors(seen.people).map((person) => ({
    text: person.id === me ? `${nameOf(person)} (now)` : nameOf(person), description: personNotes(person),
    href: address(person.id, place), pick: () => location.assign(address(person.id, place)),
  })));
}

function drawHead(channel) {
  const isApp = place === "home" || place === "messages";
  const whose = isApp ? personOf(seen.app.bot_user) : place === "you" ? seen.me : null;
  const title = isApp ? seen.app.name : whose ? nameOf(whose) : channel?.name ?? "";
  const tab = (where, text) => placeLink(where, { class: "tab", "aria-current": where === place && "page" }, text);
  const tabs = () =>
    make("nav", { class: "tabs", "aria-label": title }, tab("home", "Home"), tab("messages", "Messages"));
  const beside = isApp ? tabs() : whose ? "" : make("small", {}, `${channel?.members.length ?? 0} members`);
  const symbol = whose ? avatar(whose) : icon(channel?.is_private ? "lock" : "hash");
  $("pane-title").replaceChildren(symbol, make("h2", {}, title), beside);
  document.title = `${whose ? "" : "#"}${title} · ${nameOf(seen.me)} · ${seen.team.name}`;
}

// --------------------------------------------------------------------------------------------------- clock

let civilAhead = 0; // seconds by which the workspace's clock is ahead of this machine's
const civilNow = () => Date.now() / 1000 + civilAhead;

function drawClock() {
  const { now, target, moves } = seen.clock;
  civilAhead = Date.parse(now) / 1000 - Date.now() / 1000;
  const isMoving = target !== null;
  if ($("clock").classList.contains("moving") && !isMoving) reopen();
  $("clock").hidden = false;
  $("clock").classList.toggle("moving", isMoving);
  $("clock-note").textContent = isMoving ? `Going to ${dayAt(Date.parse(target) / 1000)} …` : "";
  reconcile($("clock-moves"), moves, (move) => move.name, ({ name, text }) => {
    const node = make("button", { type: "button", class: "clock-move", onclick: () => moveClock(name) }, text);
    node.update = () => { node.disabled = isMoving; };
    return node;
  });
  tick();
}

function tick() {
  const city = seen.me.tz.split("/").at(-1).replaceAll("_", " ");
  $("clock-day").textContent = dayAt(civilNow());
  $("clock-time").textContent = `${timeAt(civilNow())}, ${city}`;
}

/** Tells the app again that one looks at it: what it shows there is of another day. */
const reopen = () => (place === "home" || place === "messages") && act("open", { tab: place });

/** Moves the workspace's clock; what the app would have sent meanwhile arrives on the way. */
async function moveClock(to) {
  await act("move_clock", { to });
}

// ------------------------------------------------------------------------------------------ what to try first

function drawTry() {
  const found = seen.tries.find((one) => one.user === me);
  $("try").hidden = !found || localStorage.getItem(memory("tried")) === found.text;
  if (!found || $("try").dataset.text === found.text) return;
  $("try").dataset.text = found.text;
  const done = iconButton("close", "Hide this", { onclick: () => {
    localStorage.setItem(memory("tried"), found.text);
    drawTry();
  } });
  $("try").replaceChildren(make("span", {}, make("strong", {}, `${found.as}: `), found.text), done);
}

function tryCard({ user, as, text }, people) {
  const person = people.find((one) => one.id === user);
  return make("li", { class: "try-card" }, make("strong", {}, as), make("span", {}, text),
    make("a", { class: "button", href: address(user, "home") }, `Be ${nameOf(person)}`));
}

function personCard(person, now) {
  const time = `${momentIn(now, person.tz, { weekday: "long" })} ${momentIn(now, person.tz, TIME)} there`;
  return make("li", {}, make("a", { href: address(person.id, "home"), class: "person" }, avatar(person),
    make("span", {}, make("strong", {}, nameOf(person)), make("small", {}, personNotes(person)),
      make("small", { class: "person-time" }, time))));
}

// ------------------------------------------------------------------------------------------------ composer

const box = $("composer-text");
let suggested = [];
let suggestedAt = 0;

function drawFoot(channel) {
  const command = seen.app.commands[0]?.name ?? "a command";
  const isShut = place === "messages" && seen.app.messages_read_only;
  const isOutside = channel && !channel.members.includes(me);
  $("foot").hidden = place === "home";
  $("composer").hidden = isShut || isOutside;
  $("composer-note").hidden = !isShut && !isOutside;
  $("composer-note").textContent = isOutside ? "You are not in this channel."
    : `Only ${seen.app.name} writes here. Type ${command} in a channel, or in your own space under Direct messages.`;
  const whom = place === "messages" ? seen.app.name : `#${channel?.name ?? ""}`;
  box.placeholder = place === "you" ? `Try ${command}` : `Message ${whom}, or type ${command}`;
  box.setAttribute("aria-label", box.placeholder);
}

/** What may be meant by the typed @name or /command: { text, hint, description, word, from }, `word` replacing it. */
function suggestions() {
  const before = box.value.slice(0, box.selectionStart);
  const handle = /(?:^|\s)@([\w.-]*)$/.exec(before)?.[1].toLowerCase();
  if (handle !== undefined) {
    const wordsOf = (one) => `${one.name} ${nameOf(one)}`.toLowerCase().split(" ");
    const isMeant = (one) => !one.deleted && wordsOf(one).some((word) => word.startsWith(handle));
    return seen.people.filter(isMeant).slice(0, 8).map((one) =>
      ({ text: nameOf(one), hint: `@${one.name}`, word: `@${one.name} `, from: before.length - handle.length - 1 }));
  }
  const [, name, gap] = /^(\/\S*)(\s?)/.exec(before) ?? [];
  const commands = name ? seen.app.commands : [];
  return commands.filter((one) => (gap ? one.name === name : one.name.startsWith(name))).map((one) => ({
    text: one.name, hint: one.usage_hint, description: one.description, from: 0,
    word: one.name === name ? null : `${one.name} `,
  }));
}

function drawSuggestions() {
  suggested = suggestions();
  $("suggestions").hidden = !suggested.length;
  $("suggestions").replaceChildren(...suggested.map((one) => make("div", {
    role: "option", class: "choice", onmousedown: (event) => {
      event.preventDefault();
      complete(one);
    },
  }, make("span", {}, make("strong", {}, one.text), " ", make("span", { class: "hint" }, one.hint),
    one.description && make("small", {}, one.description)))));
  pointSuggestion(0);
}

function pointSuggestion(next) {
  suggestedAt = next;
  [...$("suggestions").children].forEach((node, index) => {
    node.classList.toggle("at", index === next && Boolean(suggested[index].word));
    node.setAttribute("aria-selected", String(index === next));
  });
}

function complete({ word, from }) {
  if (!word) return;
  box.setRangeText(word, from, box.selectionStart, "end");
  drawSuggestions();
}

function composerKey(event) {
  const isListed = suggested.some((one) => one.word);
  if (event.isComposing || (isListed && walk(event, suggested.length, suggestedAt, pointSuggestion))) return;
  if (event.key === "Escape") {
    suggested = [];
    $("suggestions").hidden = true;
  } else if (isListed && ["Tab", "Enter"].includes(event.key)) {
    event.preventDefault();
    complete(suggested[suggestedAt]);
  } else if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    send();
  }
}

/** Runs a command or posts a message; what could not be sent stays in the box. */
async function send() {
  const text = box.value.trim();
  const asked = { text, channel: conversationAt(place)?.id ?? "" };
  const done = text && (await busy($("send"), () => act(/^\/\w/.test(text) ? "command" : "post", asked)));
  if (!done) return;
  if (box.value.trim() === text) box.value = "";
  drawSuggestions();
  $("scroller").scrollTop = $("scroller").scrollHeight;
}

// ----------------------------------------------------------------------------------------- coming and going

function draw() {
  const channel = conversationAt(place);
  $("workspace").hidden = false;
  $("log").hidden = place === "home";
  $("home").hidden = place !== "home";
  if (place === "home") drawHome(seen.home);
  else drawConversation(channel);
  drawClock();
  drawTry();
  drawSidebar();
  drawHead(channel);
  drawFoot(channel);
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
    seen = await response.json();
    place ||= seen.app.home_tab ? "home" : "you";
    draw();
  }
}

const closeSidebar = () => document.body.classList.remove("sidebar-open");

/** Goes to a place; the app is told where one opens its Home or its messages. */
async function goTo(where) {
  if (where !== place) history.pushState(null, "", address(me, where));
  place = where;
  closeSidebar();
  draw();
  if (where === "home") $("scroller").scrollTop = 0;
  if (where === "home" || where === "messages") await act("open", { tab: where });
  if (!$("modal").open && !$("foot").hidden) box.focus();
}

function watch() {
  const stream = new EventSource(`/control/live?${new URLSearchParams({ user: me })}`);
  stream.onmessage = ({ data }) => JSON.parse(data).what !== "traffic" && refresh();
  stream.onopen = refresh;
  stream.onerror = () => { $("offline").hidden = false; };
}

const WIRES = {
  "open-sidebar": ["menu", () => document.body.classList.add("sidebar-open")],
  shade: [null, closeSidebar],
  shortcuts: ["bolt", () => openMenu($("shortcuts"), shortcutsOf("global"))],
  "act-as": [null, chooseActor],
  send: ["send", send],
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
  box.addEventListener("keydown", composerKey);
  for (const name of ["input", "click", "focus"]) box.addEventListener(name, drawSuggestions);
  box.addEventListener("blur", () => { $("suggestions").hidden = true; });
  $("modal").addEventListener("cancel", (event) => event.preventDefault());
  $("modal").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    closeModal(false);
  });
  document.addEventListener("keydown", ({ key }) => key === "Escape" && closeSidebar());
  document.addEventListener("visibilitychange", draw);
  setInterval(tick, 5000);
  addEventListener("popstate", () => {
    place = query().get("in") ?? place;
    goTo(place);
  });
}

async function choose() {
  const { people, tries, now } = await (await fetch("/control/people")).json();
  $("chooser-people").replaceChildren(...actors(people).map((person) => personCard(person, now)));
  $("chooser-tries").hidden = !tries.length;
  $("chooser-tries").querySelector("ul").replaceChildren(...tries.map((one) => tryCard(one, people)));
  $("chooser").hidden = false;
}

async function start() {
  if (me) await refresh();
  if (!seen) return choose();
  listen();
  watch();
  return goTo(place);
}

start();
