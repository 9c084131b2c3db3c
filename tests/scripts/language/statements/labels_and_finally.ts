// @ts-nocheck
const log = console.log;
function t(f) {
  try {
    log(f());
  } catch (e) {
    log(e.name + ": " + e.message);
  }
}
t(()=>{ a: { b: { break a } return 'no' } return 'yes' })
t(()=>{ let r=''; outer: for(let i=0;i<3;i++){ inner: for(let j=0;j<3;j++){ if(j==1) continue outer; if(i==2) break outer; r+=i+''+j+' ' } } return r })
t(()=>{ l1: l2: for(let i=0;;i++){ if(i<3) continue l1; break l2 } return 'ok' })
t(()=>{ x: { try { break x } finally { log('fin') } } return 'out' })
t(()=>{ x: try { return 1 } finally { break x } return 2 })
t(()=>{ for(let i=0;i<2;i++) try { continue } finally { log('f'+i) } return 'done' })
t(()=>{ foo: if (true) { break foo } return 'iff' })
t(()=>{ do { try { continue } finally { } } while(false); return 'dw' })
t(()=>{ try { throw 1 } catch { return 'c' } finally { log('ff') } })
t(()=>{ try { try { throw new Error('a') } finally { throw new Error('b') } } catch(e){ return e.message } })
t(()=>(()=>{ try { return 'r' } finally { (()=>{ throw new Error('lost') }) } })())
t(()=>{ let i=0; const f=()=>{ try { return i } finally { i=5 } }; return [f(),i] }); 
// expect: yes
// expect: 00 10 
// expect: ok
// expect: fin
// expect: out
// expect: 2
// expect: f0
// expect: f1
// expect: done
// expect: iff
// expect: dw
// expect: ff
// expect: c
// expect: b
// expect: r
// expect: [ 0, 5 ]
