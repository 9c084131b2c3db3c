const o: any = { a: { b: 1 }, zero: 0, empty: "", no: false, 5: "five" };
console.log(delete o?.a?.b, delete o.x?.y, o.a); // expect: true true {}
console.log(o.zero?.toFixed(1), o.empty?.length, o.no?.toString()); // expect: 0.0 0 false
console.log(o?.x ?? "default", o.x?.y ?? "default 2", o.zero?.x ?? "default 3"); // expect: default default 2 default 3
console.log(true ?.5 : 1, o?.[5]); // expect: 0.5 five
