const classes: any[] = [];
for (let i = 0; i < 3; i++) {
  classes.push(class { static id = i; get() { return i; } field = i * 10; });
}
console.log(classes.map((C) => `${C.id}${new C().get()}${new C().field}`).join()); // expect: 000,1110,2220
