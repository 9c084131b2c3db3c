// Not a string by its form, so it is named by its value, too.
enum Old { a = "x" as any, b = <any>`y`, c = ("z"), d = 1 as number, e }
console.log(JSON.stringify(Old)); // expect: {"1":"d","2":"e","a":"x","x":"a","b":"y","y":"b","c":"z","d":1,"e":2}
