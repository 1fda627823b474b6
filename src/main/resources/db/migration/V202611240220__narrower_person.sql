-- Birth numbers, addresses and telephones wait for a screen that needs them: until then nobody's request reads them.
revoke select on person from preau_app, preau_door;
grant select (id, kind, civility, first_name, last_name, birth_date, departed_at) on person to preau_app;
grant select (id, kind, first_name, last_name, departed_at) on person to preau_door;
