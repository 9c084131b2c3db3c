function show(this: any, ...args: any[]) {
  return `${this?.name ?? this}: ${args}`;
}
const o = { name: "o" };
console.log(show.call(o, 1, 2), show.apply(o, [3, 4]), show.call(null), show.apply(undefined), show.call(5 as any)); // expect: o: 1,2 o: 3,4 null:  undefined:  5: 
console.log(show.apply(o, { length: 2, 0: "a", 1: "b" } as any), show.apply(o, null as any)); // expect: o: a,b o: 
const bound = show.bind(o, "first");
console.log(bound("second"), bound.call({ name: "other" }), bound.bind(null, "x")("y")); // expect: o: first,second o: first o: first,x,y
console.log(bound.name, bound.length, ((a: any, b: any) => 0).bind(null, 1).length, "prototype" in bound); // expect: bound show 0 1 false
