import { array, assert, coerce, create, defaulted, enums, is, literal, mask, number, object, optional, nonempty, record, refine, string, StructError, tuple, union, validate } from "superstruct";

const User = object({
  id: number(), name: nonempty(string()), tags: optional(array(string())), role: defaulted(enums(["admin", "user"]), "user"),
});
console.log(is({ id: 1, name: "x", role: "admin" }, User), is({ id: "1", name: "x" }, User));
console.log(create({ id: 3, name: "Ann" }, User), mask({ id: 4, name: "B", role: "user", extra: 1 }, User));
for (const value of [{ id: 1, name: "" }, { id: 1, name: "ok", tags: [1], role: "user" }, null, { id: NaN, name: "a", role: "x", z: 1 }]) {
  const [error] = validate(value, User);
  console.log(error instanceof StructError, error.message, error.path, error.failures().length);
}
const Even = refine(number(), "even", (n) => n % 2 === 0);
const Num = coerce(number(), string(), (text) => parseFloat(text));
console.log(is(4, Even), is(5, Even), create("12.5", Num));
try { assert([1, "b", true], tuple([number(), string(), literal(false)])); } catch (e) { console.log(e.message, e.key, e.value, e.type); }
console.log(is({ a: 1, b: "x" }, record(string(), union([number(), string()]))));
