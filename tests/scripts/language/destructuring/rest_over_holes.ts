// @ts-nocheck
const log = console.log;
function t(f) {
  try {
    log(f());
  } catch (e) {
    log(e.name + ": " + e.message);
  }
}
let x,y; [...[x]] = [ , ]
log(x); [...[x,y]]=[1,,3]
log(x,y); [...{length:x}]=[1,2]
log(x); { let [...[a]]=[,]
log(a); let [...b]=[,1]
log(b, 0 in b); }
// expect: undefined
// expect: 1 undefined
// expect: 2
// expect: undefined
// expect: [ undefined, 1 ] true
