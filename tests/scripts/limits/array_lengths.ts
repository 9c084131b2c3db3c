for (const f of [() => new Array(2 ** 32), () => { [].length = 2 ** 32; }, () => Array.from({ length: 2 ** 53 }), () => { const a: any = [1]; a.length = 2 ** 32 - 1; a.push(1, 2); }]) {
  try {
    f();
    console.log("fine");
  } catch (e) {
    console.log((e as Error).name); // expect: RangeError
    // expect: RangeError
    // expect: RangeError
    // expect: RangeError
  }
}
const far: any = [];
far[4294967294] = 1;
console.log(far.length, far.indexOf(1, -1)); // expect: 4294967295 4294967294
