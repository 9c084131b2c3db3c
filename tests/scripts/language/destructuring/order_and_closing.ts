// @ts-nocheck
const log = console.log;
function t(f) {
  try {
    log(f());
  } catch (e) {
    log(e.name + ": " + e.message);
  }
}
let x, y;
const trace=[]; const it=(name,values,opts={})=>({[Symbol.iterator](){trace.push(name+' open'); let i=0; return {get next(){trace.push(name+' get next'); return ()=>{trace.push(name+' next'); if(opts.throwAt===i) throw new Error('next '+i); return i<values.length?{value:values[i++],done:false}:{get done(){return true},get value(){trace.push('value?')}}}}, get return(){ trace.push(name+' get return'); return opts.noReturn?undefined:(v)=>{trace.push(name+' return'); if(opts.throwReturn) throw new Error('return'); return opts.returns??{} } }}}});
const flush=()=>{const r=trace.join(', '); trace.length=0; return r}; const o=(n)=>({get [n](){trace.push('get '+n)}, set [n](v){trace.push('set '+n+'='+v)}}); const obj=(n)=>(trace.push('eval '+n),o('p')); const d=(n,v)=>(trace.push('default '+n),v); const key=(n)=>(trace.push('key '+n),n);
[obj('a').p, obj('b').p = d('b',5)] = it('I',[1])
log(flush()); [obj('a').p] = it('I',[1,2])
log(flush()); [] = it('I',[1])
log(flush()); [,] = it('I',[1])
log(flush()); [,,] = it('I',[1])
log(flush()); [...obj('r').p] = it('I',[1,2])
log(flush()); [x,...obj('r')[key('p')]] = it('I',[1,2])
log(flush());
t(()=>{ [obj('a').p, (()=>{throw new Error('target')})().p] = it('I',[1,2]) })
log(flush())
t(()=>{ [x = (()=>{throw new Error('default')})()] = it('I',[undefined]) })
log(flush())
t(()=>{ [x,y] = it('I',[1,2],{throwAt:1}) })
log(flush())
t(()=>{ [x] = it('I',[1,2],{throwReturn:true}) })
log(flush())
t(()=>{ [x] = it('I',[1,2],{returns:5}) })
log(flush())
t(()=>{ [x=(()=>{throw new Error('first')})()] = it('I',[undefined],{throwReturn:true}) })
log(flush())
t(()=>{ [x] = it('I',[1],{noReturn:true}) })
log(flush());
t(()=>{ for (const v of it('F',[1,2,3])) { if(v===2) break } })
log(flush())
t(()=>{ for (const v of it('F',[1,2],{returns:1})) { break } })
log(flush())
t(()=>{ for (const v of it('F',[1,2],{throwReturn:true})) { throw new Error('body') } })
log(flush())
t(()=>{ (()=>{ for (const v of it('F',[1,2],{throwReturn:true})) { return 5 } })() })
log(flush())
t(()=>{ l: for(const a of it('O',[1,2])) for(const b of it('N',[1,2])) continue l; })
log(flush())
t(()=>{ for (const [a] of it('O',[it('N',[1,2])])) log(a) })
log(flush())
t(()=>{ for (obj('lhs').p of it('O',[1])); })
log(flush());
// expect: I open, I get next, eval a, I next, set p=1, eval b, I next, default b, set p=5
// expect: I open, I get next, eval a, I next, set p=1, I get return, I return
// expect: I open, I get next, I get return, I return
// expect: I open, I get next, I next, I get return, I return
// expect: I open, I get next, I next, I next
// expect: I open, I get next, eval r, I next, I next, I next, set p=1,2
// expect: I open, I get next, I next, eval r, key p, I next, I next, set p=2
// expect: Error: target
// expect: I open, I get next, eval a, I next, set p=1, I get return, I return
// expect: Error: default
// expect: I open, I get next, I next, I get return, I return
// expect: Error: next 1
// expect: I open, I get next, I next, I next
// expect: Error: return
// expect: I open, I get next, I next, I get return, I return
// expect: TypeError: Iterator result 5 is not an object
// expect: I open, I get next, I next, I get return, I return
// expect: Error: first
// expect: I open, I get next, I next, I get return, I return
// expect: undefined
// expect: I open, I get next, I next, I get return
// expect: undefined
// expect: F open, F get next, F next, F next, F get return, F return
// expect: TypeError: Iterator result 1 is not an object
// expect: F open, F get next, F next, F get return, F return
// expect: Error: body
// expect: F open, F get next, F next, F get return, F return
// expect: Error: return
// expect: F open, F get next, F next, F get return, F return
// expect: undefined
// expect: O open, O get next, O next, N open, N get next, N next, N get return, N return, O next, N open, N get next, N next, N get return, N return, O next
// expect: 1
// expect: undefined
// expect: O open, O get next, O next, N open, N get next, N next, N get return, N return, O next
// expect: undefined
// expect: O open, O get next, O next, eval lhs, set p=1, O next
