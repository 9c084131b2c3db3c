// @ts-nocheck
const log = console.log;
function t(f) {
  try {
    log(f());
  } catch (e) {
    log(e.name + ": " + e.message);
  }
}
t(()=>{ switch(1){ case 0: let q=1; default: { try { q } catch(e){ return e.message } } } })
t(()=>{ const r=[]; switch(3){ default: r.push('d'); case 1: r.push(1); break; case 2: r.push(2) } return r })
t(()=>{ const r=[]; for (const v of [1,2,3,'x']) { switch(v){ case 1: r.push('one'); case 2: r.push('two'); break; default: r.push('def'); case 3: r.push('three') } } return r })
t(()=>{ switch(1){ case 1: function inner(){return 'in'} } return typeof inner })
t(()=>{ const fs=[]; switch(1){ case 1: let a=5; fs.push(()=>a); case 2: a=6 } return fs[0]() })
t(()=>{ const order=[]; const k=v=>(order.push(v),v); switch(k(2)){ case k(1): case k(2): order.push('body'); case k(3): } return order })
t(()=>{ switch(NaN){ case NaN: return 'nan'; default: return 'def' } })
t(()=>{ for(;;){ switch(1){ case 1: break } return 'after' } })
t(()=>{ let n=0; for(let i=0;i<3;i++){ switch(i){ case 1: continue } n+=i } return n })
t(()=>{ switch(1){ case 2: class Z{}; case 1: try { new Z } catch(e){ return e.message } } });
// expect: Cannot access 'q' before initialization
// expect: [ 'd', 1 ]
// expect: [ 'one', 'two', 'two', 'three', 'def', 'three' ]
// expect: undefined
// expect: 6
// expect: [ 2, 1, 2, 'body' ]
// expect: def
// expect: after
// expect: 2
// expect: Cannot access 'Z' before initialization
