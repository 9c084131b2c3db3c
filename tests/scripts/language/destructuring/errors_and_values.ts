// @ts-nocheck
const log = console.log;
function t(f) {
  try {
    log(f());
  } catch (e) {
    log(e.name + ": " + e.message);
  }
}
const trace = [];
const flush=()=>{const r=trace.join(', '); trace.length=0; return r}
const o=(n)=>({get [n](){trace.push('get '+n)}, set [n](v){trace.push('set '+n+'='+v)}})
const obj=(n)=>(trace.push('eval '+n),o('p'))
const d=(n,v)=>(trace.push('default '+n),v)
const key=(n)=>(trace.push('key '+n),n);
({ [key('a')]: obj('t').p = d('x',1), b: obj('u').p, ...obj('rest')[key('k')] } = (trace.push('source'), { get b(){trace.push('read b'); return 2}, get c(){trace.push('read c'); return 3} }))
log(flush());
t(()=>{ const {a:{b}} = {a:undefined} })
t(()=>{ const {a} = null })
t(()=>{ const [a] = undefined })
t(()=>{ const [a] = {} })
t(()=>{ const {[key('z')]:a} = undefined })
t(()=>{ (({a})=>a)() })
t(()=>{ (([a])=>a)() })
t(()=>{ (([[a]])=>a)([null]) })
t(()=>{ let {} = null })
t(()=>{ let {length} = 'abc'; return length })
t(()=>{ const {a = b, b = 1} = {}; })
t(()=>{ let [p = p] = []; }); flush();
t(()=>{ const [a,b] = 'xy', {0:c, ...r} = 'xyz'; return [a,b,c,JSON.stringify(r)] })
t(()=>{ let a=1,b=2; [a,b]=[b,a]; return [a,b] })
t(()=>{ let a=[1,2,3], i=0; [a[i++],a[i++]]=[a[1],a[0]]; return a })
t(()=>{ let i=0; const {x=i++, y=i++} = {x:5}; return i }); 
// expect: source, key a, eval t, default x, set p=1, eval u, read b, set p=2, eval rest, key k, read c
// expect: TypeError: Cannot read properties of undefined (reading 'b')
// expect: TypeError: Cannot destructure property 'a' of 'null' as it is null.
// expect: TypeError: undefined is not iterable
// expect: TypeError: {} is not iterable
// expect: TypeError: Cannot destructure 'undefined' as it is undefined.
// expect: TypeError: Cannot destructure property 'a' of 'undefined' as it is undefined.
// expect: TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))
// expect: TypeError: object null is not iterable (cannot read property Symbol(Symbol.iterator))
// expect: TypeError: Cannot destructure 'null' as it is null.
// expect: 3
// expect: ReferenceError: Cannot access 'b' before initialization
// expect: ReferenceError: Cannot access 'p' before initialization
// expect: [ 'x', 'y', 'x', '{"1":"y","2":"z"}' ]
// expect: [ 2, 1 ]
// expect: [ 2, 1, 3 ]
// expect: 1
