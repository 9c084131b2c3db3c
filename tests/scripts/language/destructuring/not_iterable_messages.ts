const object: any = {};
for (const f of [
  () => { const [a] = object; },
  () => { const [a] = 5 as any; },
  () => { const [a] = null as any; },
  () => { const [a] = undefined as any; },
  () => { for (const x of object) {} },
  () => { Math.max(...object); },
  () => { [...object]; },
  () => { new Map([1] as any); },
]) {
  try {
    f();
  } catch (e) {
    console.log((e as Error).name); // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
    // expect: TypeError
  }
}
