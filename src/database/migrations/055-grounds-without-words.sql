-- Why an item need not be prepared is a code since there are such; of what was written before, the words go when its case is destroyed
-- (030-destruction-everywhere.sql). That there was a ground stays.
update destruction_part
   set emptied = emptied || $$, exempt = case when exempt = any ('{election,resignation,board_after_election,extra_election,audit_report}')
                                              then exempt when exempt is not null then '–' end$$
 where relation = 'agenda_item';
