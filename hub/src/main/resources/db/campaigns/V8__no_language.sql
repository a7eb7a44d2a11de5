-- Nothing was ever written into it: which language a form was read in says nothing of what it was answered in.
alter table campaigns.submission drop column language;
