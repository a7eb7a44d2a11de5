// What every page gains where scripts run. Nothing here is needed to read, to answer or to send.
import { watchAutosave } from './scripts/autosave';
import { watchCopies } from './scripts/copy';
import { watchLeaving } from './scripts/leaving';
import { watchMenus } from './scripts/menus';
import { showTab } from './scripts/tabs';
import { tellZone } from './scripts/zone';
import { watchTheme } from './scripts/theme-switch';

watchTheme();
watchMenus();
watchLeaving();
watchCopies();
watchAutosave();
tellZone();
showTab();
document.getElementById('faults')?.focus();
