class A {
  ok = 1;
  bad = (undefined as any).x; // expect error: TypeError: Cannot read properties of undefined (reading 'x')
}
new A();
