class A {
  get constructor() { // expect syntax error: Class constructor may not be an accessor
    return 1;
  }
}
