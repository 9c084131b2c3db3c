import def, { A, f, g, Alias, C, N, H, early } from "./_exported/lib";
import def2, { run } from "./_exported/lib2";
console.log(A, f(), f.x, g().y, Alias, new C().m(), C.inner, N.K.me === N.K, N.K.name, def.name, (def as any).extra, H.z, early());
console.log(def2.name, new def2().v, run());
// expect: { shown: 1, t: 'undefined1' } function
// expect: [ undefined, undefined, 1, undefined, 2 ] 1 Pm {}
// expect: { '0': 'a', '1': 'b', '2': 'c', a: 0, b: 1, c: 2 } 5 5 6 7 9 8 true K named 9 1 number3,1,x,,K
// expect: default 1 method:m,class:default,field:x,class:Second,class:Third,class:anon,class:key,class:c1,class:x,class:y
