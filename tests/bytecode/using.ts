function f(open: () => Disposable) {
  using held = open();
  if (held) return 1;
}
