-- The file with all data of a person holds the files that they have sent, up to 50 MB of them (golubika.support.Intake).
alter table data_export drop constraint data_export_file_check;
alter table data_export add constraint data_export_file_check check (octet_length(file) <= 83886080);
