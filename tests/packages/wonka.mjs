import { combine, concatMap, debounce, filter, flatten, fromArray, fromPromise, interval, makeSubject, map, merge, pipe, publish, scan, share, skip, subscribe, take, takeLast, takeUntil, tap, toArray, toPromise } from "wonka";

console.log(pipe(fromArray([1, 2, 3, 4, 5, 6]), filter((x) => x % 2 === 0), map((x) => x * 10), toArray));
console.log(pipe(fromArray([1, 2, 3]), scan((sum, x) => sum + x, 0), toArray), pipe(fromArray([5, 6, 7, 8]), skip(1), take(2), toArray));
console.log(pipe(merge([fromArray([1, 2]), fromArray([3])]), toArray), pipe(fromArray([1, 2]), concatMap((x) => fromArray([x, x * x])), toArray));
const { source, next, complete } = makeSubject();
const shared = pipe(source, tap((x) => console.log("tap", x)), share);
const one = pipe(shared, subscribe((x) => console.log("one", x)));
pipe(shared, takeLast(2), subscribe((x) => console.log("last", x)));
next(1); next(2);
one.unsubscribe();
next(3); complete();
console.log(await pipe(interval(1), take(3), toPromise), await pipe(fromPromise(Promise.resolve("p")), toPromise));
console.log(await pipe(combine(fromArray([1, 2]), fromArray(["a", "b"])), takeLast(1), toPromise));
pipe(fromArray([fromArray([1]), fromArray([2, 3])]), flatten, publish);
console.log(await pipe(interval(2), takeUntil(pipe(interval(9), take(1))), toPromise) >= 1);
pipe(fromArray(["x", "y"]), debounce(() => 1), subscribe((x) => console.log("debounced", x)));
