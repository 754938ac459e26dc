-- A run as Prunescope 0.1.0 recorded it with version 5 of the schema: a table of two numbers and one to predict, a
-- network of 2 x 4 x 1, two epochs. Written by SQLite's .dump, with the two pragmas that it leaves out; system and
-- data file have other names here. Never made again: later programs record later versions.
PRAGMA application_id = 1347573070;
PRAGMA user_version = 5;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE evaluations (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    epoch REAL,
    split TEXT NOT NULL,
    sparsity REAL,
    loss REAL,
    classes INTEGER NOT NULL,
    confusion TEXT NOT NULL
, calibration_error REAL, top_five_accuracy REAL, rows INTEGER NOT NULL DEFAULT 0, mean_squared_error REAL, squared_error_deviation REAL, mean_absolute_error REAL, absolute_error_deviation REAL, target_variance REAL) STRICT;
INSERT INTO "evaluations" VALUES(1,4,1.0,'validation',0.0,4.84175745023795733867e-01,0,'[]',NULL,NULL,3,1.0342022923274114543e+00,1.00499773792747815193e+00,9.40287684400876400125e-01,4.74438662354970897006e-01,1.28341066499328659844e+00);
INSERT INTO "evaluations" VALUES(2,4,1.0,'test',0.0,6.28170715713190830342e-01,0,'[]',NULL,NULL,8,1.34177640244273943537e+00,1.26813119395319051641e+00,1.03181065991520881652e+00,5.62792186490670420795e-01,1.43009234005047414228e+00);
INSERT INTO "evaluations" VALUES(3,7,1.75,'validation',0.0,3.21448456202740318055e-01,0,'[]',NULL,NULL,3,6.86615817046445919835e-01,3.79892428186051234195e-01,0.809271224308759,2.18045531548739457416e-01,1.28341066499328659844e+00);
INSERT INTO "evaluations" VALUES(4,7,1.75,'test',0.0,3.24796819891803478785e-01,0,'[]',NULL,NULL,8,6.93767928015248225293e-01,7.38158367212772281718e-01,6.81819917168468236923e-01,5.11456774956321580383e-01,1.43009234005047414228e+00);
INSERT INTO "evaluations" VALUES(5,8,2.0,'validation',0.5,0.416027708979752,0,'[]',NULL,NULL,3,8.88637659870283869167e-01,3.72002824272666343663e-01,9.27336376626044511795e-01,2.07430365868992300226e-01,1.28341066499328659844e+00);
INSERT INTO "evaluations" VALUES(6,8,2.0,'test',0.5,4.3792292143654776293e-01,0,'[]',NULL,NULL,8,9.35405966797546395419e-01,9.95903312346363533968e-01,7.57641453819815069437e-01,6.42660002757595494315e-01,1.43009234005047414228e+00);
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL,
    step INTEGER NOT NULL,
    epoch REAL,
    wall_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    reason TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
, note TEXT NOT NULL DEFAULT '', request TEXT NOT NULL DEFAULT '', refusal TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "events" VALUES(1,1,0,0.0,1796082885604,'started','program','','','{"end":4,"freeze":7,"initial":0.0,"knots":[],"shape":"cubic","start":1,"target":0.5}','','','');
INSERT INTO "events" VALUES(2,2,7,1.75,1796082885605,'first_cut','schedule','','','','{"id":"the first weights are cut at this step; the network before it was measured","values":[]}','','');
INSERT INTO "events" VALUES(3,3,7,1.75,1796082885605,'phase_changed','schedule','','','{"phase":"exploitation","sparsity":0.5}','','','');
INSERT INTO "events" VALUES(4,4,8,2.0,1796082885605,'ended_at_chance','program','','','','{"id":"the predictions cannot be told from guessing: their RMSE is {:.4g}, and always the mean of the test rows gives {:.4g}","values":["0.9672","1.196"]}','','');
INSERT INTO "events" VALUES(5,5,8,2.0,1796082885611,'finished','program','','','','{"id":"the predictions cannot be told from guessing: their RMSE is {:.4g}, and always the mean of the test rows gives {:.4g}","values":["0.9672","1.196"]}','','');
CREATE TABLE image_answers (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    sparsity REAL,
    classes INTEGER NOT NULL,
    truth TEXT NOT NULL,
    answers TEXT NOT NULL
, wanted TEXT NOT NULL DEFAULT '[]', predicted TEXT NOT NULL DEFAULT '[]', sample_groups TEXT NOT NULL DEFAULT '[]') STRICT;
INSERT INTO "image_answers" VALUES(1,7,0.0,0,'[]','[]','[0,-1.712,1.882,1.856,0.124,1.893,0.071,-0.033]','[-0.34302053,-0.87932473,0.51853347,0.6548321,-0.026274001,0.7662402,0.009798789,-0.40899417]','[]');
INSERT INTO "image_answers" VALUES(2,8,0.5,0,'[]','[]','[0,-1.712,1.882,1.856,0.124,1.893,0.071,-0.033]','[-0.24473055,-0.5777835,0.39069298,0.4795323,-0.0028527142,0.5020135,0.030732619,-0.28930336]','[]');
CREATE TABLE layer_statistics (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    layer INTEGER NOT NULL,
    weights INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    measure_1 REAL,
    measure_2 REAL,
    threshold REAL,
    measure_3 REAL,
    measure_4 REAL,
    cut INTEGER NOT NULL,
    revived INTEGER NOT NULL,
    update_ratio REAL
, measure_5 REAL DEFAULT 0, measure_6 REAL DEFAULT 0) STRICT;
INSERT INTO "layer_statistics" VALUES(1,1,0,8,8,1.0,1.0,3.37557904422283172607e-02,1.0,1.0,0,0,9.93057733321234259449e-03,0.0,0.0);
INSERT INTO "layer_statistics" VALUES(2,1,1,4,4,1.0,1.0,8.01601782441139221191e-02,1.0,1.0,0,0,0.0094024849800816,0.0,0.0);
INSERT INTO "layer_statistics" VALUES(3,8,0,8,3,9.95253984831061311311e-01,7.62890531762350332378e-01,0.593963086605072,0.5,1.0,5,0,4.3223299145086551895e-03,0.0,0.0);
INSERT INTO "layer_statistics" VALUES(4,8,1,4,3,9.31761352337568293791e-01,8.2382101425317610932e-01,0.359513521194458,0.5,1.0,1,0,9.27852990884336405186e-03,0.0,0.0);
CREATE TABLE mask_updates (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    requested REAL,
    sparsity REAL
) STRICT;
INSERT INTO "mask_updates" VALUES(1,1,0.0,0.0);
INSERT INTO "mask_updates" VALUES(2,8,0.5,0.5);
CREATE TABLE outcomes (
    id INTEGER PRIMARY KEY,
    state TEXT NOT NULL,
    message TEXT NOT NULL,
    step INTEGER NOT NULL,
    epoch REAL,
    wall_ms INTEGER NOT NULL,
    process_ms REAL,
    trained_images INTEGER NOT NULL
, note TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "outcomes" VALUES(1,'finished','',8,2.0,1796082885605,1.16057400032877922058e+00,58,'{"id":"the predictions cannot be told from guessing: their RMSE is {:.4g}, and always the mean of the test rows gives {:.4g}","values":["0.9672","1.196"]}');
CREATE TABLE run_header (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    config TEXT NOT NULL,
    provenance TEXT NOT NULL,
    dataset TEXT NOT NULL,
    network TEXT NOT NULL,
    schedule TEXT NOT NULL,
    total_steps INTEGER NOT NULL
, measures TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "run_header" VALUES(1,'{"augment":{"brightness":0.0,"contrast":0.0,"cutout":0,"flip":"auto","rotation":0.0,"shift":-1},"batch":8,"class_weights":"none","data":{"share":1.0},"data_dir":"/data/tiny.csv","data_options":{"decimal":"auto","group":"","header":"auto","label":"","leave_out":"","missing":"refuse","missing_in":"","separator":"auto","target":"auto","test_file":"","test_fraction":0.2,"test_seed":1,"unit":""},"dataset":"table","dropout":0.0,"epochs":2,"label_smoothing":0.0,"learning_rate":{"final_factor":0.0,"shape":"cosine","warmup_epochs":1.0},"method":"map","method_options":{"attention_cap":0.0,"attention_norm":"kept_mean","explore_interval":16,"forward_attention":true,"layer_z":"","pruned_gradient":"attention","z":1.0},"model":"mlp:4","optimizer":{"decay_bias_and_norm":false,"learning_rate":0.05,"momentum":0.9,"name":"sgd","nesterov":false,"weight_decay":0.0005},"pruning":{"mask_interval":16,"min_keep":1,"on_collapse":"hold","recalibrate_batch_norm":false,"scope":"global"},"schedule":{"end":0.5,"freeze":0.83,"initial":0.0,"knots":[],"shape":"cubic","start":0.07,"target":0.5},"seed":1,"target":{"huber_delta":1.0,"loss":"squared"},"threads":1,"validation_fraction":0.08333333333333333}','{"compiler":"GCC 12.2.0","cores":2,"host":"lab-3","instruction_set":"AVX-512 (native)","memory_bytes":25276059648,"operating_system":"Debian GNU/Linux 12","processor":"a processor","started_ms":1796082885604,"threads":1,"version":"0.1.0"}','{"augmentation":"none","class_names":[],"columns":[{"kind":"numeric","name":"a"},{"kind":"numeric","name":"b"},{"kind":"target","name":"y"}],"files":[{"bytes":791,"name":"tiny.csv","sha256":"1d61890448f34d899a1c6a408f0185bf910ebec8d464db16bce1cd1c770e484e"}],"image_shape":[2,1,1],"input_unit":1.0,"mean":[-0.20803447671491526,0.02537931077953043],"name":"table","skipped_files":0,"skipped_names":[],"standard_deviation":[0.6369289670668685,0.6152801690143233],"target":{"mean":-0.43141378346702147,"name":"y","standard_deviation":1.4615081146309876,"unit":""},"test_drawn":true,"test_images":8,"title":"Table","train_images":29,"validation_images":3}','{"layers":[{"kind":"dense","macs":8,"name":"fc1","output_shape":[4,1,1],"parameters":12,"prunable":0,"weight_shape":[4,2],"weights":8},{"kind":"dense","macs":4,"name":"fc2","output_shape":[1,1,1],"parameters":5,"prunable":1,"weight_shape":[1,4],"weights":4}],"name":"mlp:4"}','{"end":4,"freeze":7,"initial":0.0,"knots":[],"shape":"cubic","start":1,"target":0.5}',8,'[{"help":"How evenly a layer''s kept weights are attended to; 1 is a dense network: the mean over them of A = b + (1 − b) n, n the magnitude within the layer, b = (1 − p)^z the floor.","key":"attention_mean_kept","name":"Attention","role":"curve","title":"Attention by layer","when_dense":1.0},{"help":"The mean of A over all weights of the layer, pruned ones too.","key":"attention_mean_all","name":"Attention of all","role":"detail","title":"Attention of all weights by layer","when_dense":1.0},{"help":"b = (1 − p)^z, the least that any weight is attended to.","key":"attention_floor","name":"Floor","role":"bound","title":"floor","when_dense":1.0},{"help":"How fast the attention floor b = (1 − p)^z falls as sparsity p rises.","key":"z","name":"z","role":"figure","title":"Attention strength by layer","when_dense":0.0}]');
CREATE TABLE samples (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    epoch REAL,
    wall_ms INTEGER NOT NULL,
    process_ms REAL,
    loss REAL,
    accuracy REAL,
    learning_rate REAL,
    target_sparsity REAL,
    sparsity REAL,
    phase TEXT NOT NULL
, rmse REAL) STRICT;
INSERT INTO "samples" VALUES(1,1,0.25,1796082885605,0.947928000241518,9.05075428942501369888e-01,NULL,0.0125,0.0,0.0,'exploration',1.39041235564709042549e+00);
INSERT INTO "samples" VALUES(2,2,0.5,1796082885605,9.58372998982667922973e-01,1.15412095486293719837e+00,NULL,2.4048494156391084231e-02,0.0,0.0,'exploration',1.57009848375438409995e+00);
INSERT INTO "samples" VALUES(3,3,0.75,1796082885605,9.67506997287273406982e-01,2.31513409575371742477e+00,NULL,3.20082521472477704582e-02,3.51851851851851804564e-01,0.0,'exploration',2.22376712986577684816e+00);
INSERT INTO "samples" VALUES(4,4,1.0,1796082885605,9.71262998878955841064e-01,5.9246596956060670891e-01,NULL,3.45670858091272487078e-02,4.81481481481481454753e-01,0.0,'exploration',1.12494926440669607003e+00);
INSERT INTO "samples" VALUES(5,5,1.25,1796082885605,1.01893299818038940429e+00,7.1918679082002978653e-01,NULL,0.025,0.5,0.0,'exploration',1.23943022317217677041e+00);
INSERT INTO "samples" VALUES(6,6,1.5,1796082885605,1.02416099980473518371e+00,4.06876569581882452375e-01,NULL,1.54329141908727575371e-02,0.5,0.0,'exploration',0.932250385533277);
INSERT INTO "samples" VALUES(7,7,1.75,1796082885605,1.02661499753594398498e+00,5.26799901401998726946e-01,NULL,7.32233047033631345712e-03,0.5,0.0,'exploration',1.06077694824733836931e+00);
INSERT INTO "samples" VALUES(8,8,2.0,1796082885605,1.12409999966621398925e+00,7.77653772844801527419e-01,NULL,1.90301168721783171139e-03,0.5,0.5,'exploitation',1.28882624923404254246e+00);
COMMIT;
