const type = 1, interface_ = 2, namespace = 3, module = 4, declare = 5, abstract = 6, readonly = 7, as = 8, satisfies = 9, is = 10, keyof = 11, infer = 12, asserts = 13, override = 14, out = 15, global = 16, any = 17, unknown = 18, never = 19, object = 20, string = 21, number = 22, symbol = 23, unique = 24, of = 25, accessor = 26, using = 27, require = 28, from = 29, get = 30, set = 31;
console.log(type + namespace + module + declare + abstract + readonly + as + satisfies + is + keyof + infer + asserts + override + out + global + any + unknown + never + object + string + number + symbol + unique + of + accessor + using + require + from + get + set + interface_); // expect: 496
const o = { type, as, is, declare, get, set, static: 1, async: 2, await: 3, readonly };
console.log(o.type, o.as, o.static, o.async, o.await); // expect: 1 8 1 2 3
type
declare
abstract
console.log("expression statements"); // expect: expression statements
