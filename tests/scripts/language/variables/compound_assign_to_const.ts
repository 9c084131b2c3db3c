const n = 1;
for (const change of [() => { (n as any)++; }, () => { (n as any) += 1; }]) {
  try {
    change();
  } catch (e) {
    console.log(String(e), n); // expect: TypeError: Assignment to constant variable. 1
    // expect: TypeError: Assignment to constant variable. 1
  }
}
