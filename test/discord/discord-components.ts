/** Ways through the components of a message. */
import { type Component, ComponentType, type Message, SELECT_TYPES } from "./discord-protocol.ts";

export interface Placed {
  readonly component: Component;
  readonly path: readonly (string | number)[];
}

/** Every component and those inside it, in reading order, with where it stands. */
export function* everyComponent(
  components: readonly Component[],
  path: readonly (string | number)[] = [],
): Generator<Placed> {
  for (const [index, component] of components.entries()) {
    yield* within(component, [...path, index]);
  }
}

function* within(component: Component, path: readonly (string | number)[]): Generator<Placed> {
  yield { component, path };
  if (component.components) yield* everyComponent(component.components, [...path, "components"]);
  if (component.component) yield* within(component.component, [...path, "component"]);
  if (component.accessory) yield* within(component.accessory, [...path, "accessory"]);
}

/** The components as Discord stores them: each has an id, and fields sent as null are absent. */
export function stored(components: readonly Component[]): readonly Component[] {
  const taken = new Set<number>();
  for (const { component } of everyComponent(components)) if (component.id) taken.add(component.id);
  let next = 1;
  const number = () => {
    while (taken.has(next)) next++;
    taken.add(next);
    return next;
  };
  const store = (component: Component): Component => {
    const given = Object.fromEntries(Object.entries(component).filter(([, value]) => value !== null));
    return {
      ...DEFAULTS[component.type],
      ...given,
      type: component.type,
      id: component.id || number(),
      ...(component.components && { components: component.components.map(store) }),
      ...(component.component && { component: store(component.component) }),
      ...(component.accessory && { accessory: store(component.accessory) }),
    };
  };
  return components.map(store);
}

/** What Discord adds to components that do not say it. */
const DEFAULTS: Readonly<Record<number, object>> = {
  ...Object.fromEntries([...SELECT_TYPES].map((type) => [type, { min_values: 1, max_values: 1 }])),
  [ComponentType.container]: { accent_color: null, spoiler: false },
  [ComponentType.separator]: { divider: true, spacing: 1 },
};

/** All that a reader of the message reads, in order: content, embeds, text displays. */
export function textOf(message: Pick<Message, "content" | "embeds" | "components">): string {
  const parts: (string | undefined)[] = [message.content];
  for (const embed of message.embeds) {
    parts.push(embed.author?.name, embed.title, embed.description);
    for (const field of embed.fields ?? []) parts.push(field.name, field.value);
    parts.push(embed.footer?.text);
  }
  for (const { component } of everyComponent(message.components)) {
    if (component.type === ComponentType.textDisplay) parts.push(component.content);
  }
  return parts.filter((part) => part !== undefined && part !== "").join("\n");
}

/** The buttons of the message, links too, in reading order. */
export function buttonsOf(message: Pick<Message, "components">): readonly Component[] {
  return [...everyComponent(message.components)]
    .map(({ component }) => component)
    .filter(({ type }) => type === ComponentType.button);
}
