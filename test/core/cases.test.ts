import { test, expect } from 'vitest';
import { readFileSync } from 'node:fs';
import { calculateRoi } from '../../src/core/calculate.ts';
import { money } from '../../src/core/money.ts';
import { parsePeriod } from '../../src/core/period.ts';
for (const name of ['worked-example','spending-challenge','per-member']) test(name, () => {
  const dir='/work/shared/cases/'+name+'/';
  const rd=(f:string)=>{const [h,...r]=readFileSync(dir+f,'utf8').trim().split('\n').map(l=>l.replace(/"([^"]*)"/g,(_,x)=>x.replace(/,/g,';')).split(','));return r.map(x=>Object.fromEntries(h!.map((k,i)=>[k,x[i]])))};
  const costs=rd('costs.csv').map((r:any)=>({period:parsePeriod(r.period)!,...(r.until?{until:parsePeriod(r.until)!}:{}),category:r.category,amount: r.share?money(r.amount)*BigInt(parseInt(r.share))/100n:money(r.amount),...(r.useful_life_years?{usefulLifeYears:+r.useful_life_years}:{})}));
  const spend=rd('spend.csv').map((r:any)=>({period:parsePeriod(r.period)!,cohort:r.cohort,people:+r.people,spend:r.spend?money(r.spend):money(r.spend_per_person)*BigInt(r.people)}));
  const res:any=calculateRoi({costs,spend});
  const exp=JSON.parse(readFileSync(dir+'expected.json','utf8'));
  const cmp=(e:any,a:any,p:string)=>{ if(typeof e==='number') { if(Math.abs(e-a)>1e-9*Math.max(1,Math.abs(e))) throw new Error(`${p}: ${e} vs ${a}`)} else if (e===null||typeof e==='string') expect(a,p).toBe(e); else for(const k in e) cmp(e[k],a?.[k],p+'.'+k)};
  cmp(exp,res,'');
  if(name==='worked-example') console.log(JSON.stringify({...res,periods:res.periods.slice(0,1),parallelTrends:{...res.parallelTrends,periods:1}},null,1));
});
