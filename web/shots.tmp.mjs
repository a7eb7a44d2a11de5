import { chromium } from 'playwright-core';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--disable-background-networking','--disable-component-update','--disable-sync','--no-first-run','--hide-scrollbars'] });
const A='http://localhost:8097/campaigns/wells-of-the-valley-0000005a/answer';
const W={en:['I have read this and I agree','Begin','Next','No','Send my answers','Add another: Household that draws water'],ar:['قرأت هذا وأوافق','ابدأ','التالي','لا','أرسل إجاباتي','أضف مرة أخرى: أسرة تستقي منها']};
async function go(width,theme,lang,tag){
 const c=await browser.newContext({viewport:{width,height:740},colorScheme:theme,permissions:['geolocation'],geolocation:{latitude:44.82,longitude:20.46}}); c.setDefaultTimeout(15000);
 const p=await c.newPage(); p.on('console',l=>l.type()==='error'&&console.log(tag,l.text())); p.on('pageerror',e=>console.log(tag,e.message));
 const w=W[lang]; let n=0; const shot=async()=>{ const s=await p.evaluate(()=>document.documentElement.scrollWidth-document.documentElement.clientWidth); if(s>0)console.log(tag,n,'sideways',s); await p.screenshot({path:`/tmp/px/${tag}-${n++}.png`,fullPage:true});};
 const press=async(t)=>{await p.getByRole('button',{name:t,exact:true}).click(); await p.waitForLoadState('networkidle');};
 await p.goto(A+'?lang='+lang,{waitUntil:'networkidle'}); await shot();
 await p.getByLabel(w[0]).check(); await press(w[1]);
 await press(w[2]); await shot();
 await p.locator('[name="data:name"]').fill('Bir al-Nour'); await p.locator('[name="data:depth"]').fill('12'); await p.locator('[name="data:drunk"][value=no]').check(); await p.waitForSelector('[name="data:why"]'); await p.locator('[name="data:why"]').fill('x'); await p.waitForTimeout(1500); await shot();
 await press(w[2]); await p.locator('.asks-locate button').click(); await p.locator('[name="data:where:region"]').selectOption('south'); await p.waitForTimeout(1500); await shot();
 await press(w[2]); await p.locator('[name="data:seen:photo"]').setInputFiles({name:'a.jpg',mimeType:'image/jpeg',buffer:Buffer.from('xx')}); await p.waitForTimeout(1500); await shot();
 await press(w[2]); await press(w[5]); await shot();
 await press(w[4]); await shot(); await c.close();
}
try { await go(360,'light','en','p-en'); } catch(e){console.log('en',e.message)}
try { await go(360,'dark','ar','p-ar'); } catch(e){console.log('ar',e.message)}
try { await go(1440,'light','en','w-en'); } catch(e){console.log('w',e.message)}
await browser.close();
