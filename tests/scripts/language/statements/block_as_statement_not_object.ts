{ a: 1 }
{ ; }
{}
+[]
console.log(({}).toString()); // expect: [object Object]
