const attempt = (f: () => unknown) => {
  try {
    f();
  } catch (error) {
    console.log(String(error));
  }
};
attempt(() => {
  class X extends (X as any) {}
});
attempt(() => {
  class X {
    static [(X as any).name] = 1;
  }
});
attempt(() => new Later());
class Later {
  static me = Later;
  me = Later;
}
console.log(Later.me === new Later().me);
// expect: ReferenceError: Cannot access 'X' before initialization
// expect: ReferenceError: Cannot access 'X' before initialization
// expect: ReferenceError: Cannot access 'Later' before initialization
// expect: true
