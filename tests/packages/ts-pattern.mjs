import { isMatching, match, NonExhaustiveError, P } from "ts-pattern";

const show = (value) => match(value)
  .with({ type: "ok", data: { kind: "text" } }, (r) => `text ${r.data.content}`)
  .with({ type: "ok", data: { kind: "img", src: P.select() } }, (src) => `img ${src}`)
  .with({ type: "error", code: P.union(404, 500) }, ({ code }) => `failed ${code}`)
  .with({ list: P.array(P.number) }, ({ list }) => `sum ${list.reduce((a, b) => a + b, 0)}`)
  .with([P.string, P.number.gt(3), ...P.array()], ([name, n]) => `${name}:${n}`)
  .with(P.when((v) => typeof v === "number" && v > 100), (n) => `big ${n}`)
  .with(P.string.startsWith("pre"), P.instanceOf(Error), (v) => `either ${v}`)
  .with({ user: { name: P.select("name"), age: P.select("age", P.number.between(1, 99)) } }, (s) => JSON.stringify(s))
  .with(P.nullish, () => "nothing")
  .otherwise(() => "other");
for (const value of [{ type: "ok", data: { kind: "text", content: "hi" } }, { type: "ok", data: { kind: "img", src: "x.png" } }, { type: "error", code: 404 },
  { list: [1, 2, 3] }, { list: [1, "x"] }, ["n", 7, true], ["n", 2], 101, "prefix", new TypeError("t"), { user: { name: "Z", age: 20 } }, null, undefined, Symbol.iterator]) {
  console.log(show(value));
}
console.log(isMatching({ a: P.optional(P.boolean) }, {}), isMatching(P.set(P.number), new Set([1, "2"])), isMatching(P.map(P.string, P.any), new Map([["k", 1]])));
try { match(5).with(6, () => 1).exhaustive(); } catch (e) { console.log(e instanceof NonExhaustiveError, e.message); }
