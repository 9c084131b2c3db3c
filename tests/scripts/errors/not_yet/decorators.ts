const d = (c: any) => c;
@d // expect syntax error: ecorator
class A {}
