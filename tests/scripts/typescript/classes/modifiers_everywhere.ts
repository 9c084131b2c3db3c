class M {
  private static readonly A = 1;
  protected static b = M.A + 1;
  public readonly c: number = 3;
  private d = 4;
  static get all() { return [M.A, M.b]; }
  private static s() { return "s"; }
  public readonly ["computed"] = 5;
  accessor = 6;
  readonly = 7;
  static static = 8;
  get = 9;
  declare = 10;
  abstract() { return "abstract"; }
  public() { return "public " + this.readonly + this.accessor; }
}
console.log(new M().c, M.all, M["s"](), new M().public(), new M().abstract(), M.static, new M().get, new M().declare, new M().computed); // expect: 3 [ 1, 2 ] s public 76 abstract 8 9 10 5
