console.log(("x" as any).bold(), ("x" as any).link('a"b'), ("x" as any).anchor("n")); // expect: <b>x</b> <a href="a&quot;b">x</a> <a name="n">x</a>
