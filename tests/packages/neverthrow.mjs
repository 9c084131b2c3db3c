import { err, errAsync, fromPromise, fromThrowable, ok, okAsync, Result, ResultAsync, safeTry } from "neverthrow";

const parse = fromThrowable(JSON.parse, (e) => e.name);
console.log(parse("{\"a\":1}").map((o) => o.a + 1), parse("{").mapErr((n) => n + "!"), ok(3).andThen((x) => x > 2 ? ok(x * 2) : err("small")).unwrapOr(0));
console.log(Result.combine([ok(1), ok(2)]).isOk(), Result.combineWithAllErrors([ok(1), err("a"), err("b")]));
const later = ResultAsync.fromPromise(Promise.reject(new Error("no")), (e) => e.message);
console.log(await later, await okAsync(5).andThen((x) => errAsync(x + 1)).orElse((e) => ok(e * 10)).match((v) => "ok " + v, (e) => "err " + e));
console.log(await fromPromise(Promise.resolve([1, 2]), String).map((xs) => xs.length));
console.log(safeTry(function* () { const a = yield* ok(1); const b = yield* ok(a + 1); return ok([a, b]); }));
console.log(safeTry(function* () { const a = yield* err("stop"); return ok(a); }));
console.log(await safeTry(async function* () { const a = yield* okAsync(1); const b = yield* await Promise.resolve(ok(a + 4)); return ok(b); }));
