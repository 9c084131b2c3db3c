const nothing: any = null;
try {
  const { name } = nothing;
} catch (e) {
  console.log((e as Error).message); // expect: Cannot destructure property 'name' of 'nothing' as it is null.
}
function f({ x }: any) {}
try {
  f(undefined);
} catch (e) {
  console.log((e as Error).message); // expect: Cannot destructure property 'x' of 'undefined' as it is undefined.
}
