// Nothing is written when the value is already there: the setter is not called.
const o = {
  get full() { return 1; },
  set full(v) { console.log("set full", v); },
  get empty(): any { return null; },
  set empty(v) { console.log("set empty", v); },
};
o.full ||= 2;
o.full ??= 2;
o.empty &&= 2;
o.empty ??= 3; // expect: set empty 3
o.full &&= 4; // expect: set full 4
const frozen = Object.freeze({ x: 1 });
(frozen as any).x ||= 2;
console.log(frozen.x); // expect: 1
