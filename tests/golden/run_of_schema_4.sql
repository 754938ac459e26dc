-- A run as Prunescope 0.1.0 recorded it with version 4 of the schema: a table of two numbers and three classes, a
-- network of 2 x 4 x 3, two epochs. Written by SQLite's .dump, with the two pragmas that it leaves out; host, system
-- and data folder have other names here. Never made again: later programs record later versions.
PRAGMA application_id = 1347573070;
PRAGMA user_version = 4;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE run_header (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    config TEXT NOT NULL,
    provenance TEXT NOT NULL,
    dataset TEXT NOT NULL,
    network TEXT NOT NULL,
    schedule TEXT NOT NULL,
    total_steps INTEGER NOT NULL
, measures TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO run_header VALUES(1,'{"augment":{"brightness":0.0,"contrast":0.0,"cutout":0,"flip":"auto","rotation":0.0,"shift":-1},"batch":8,"class_weights":"none","data":{"share":1.0},"data_dir":"/data/tiny.csv","data_options":{"decimal":"auto","header":"auto","label":"","leave_out":"","missing":"refuse","missing_in":"","separator":"auto","test_file":"","test_fraction":0.2,"test_seed":1},"dataset":"table","dropout":0.0,"epochs":2,"label_smoothing":0.0,"learning_rate":{"final_factor":0.0,"shape":"cosine","warmup_epochs":1.0},"method":"map","method_options":{"attention_cap":0.0,"attention_norm":"kept_mean","explore_interval":16,"forward_attention":true,"layer_z":"","pruned_gradient":"attention","z":1.0},"model":"mlp:4","optimizer":{"decay_bias_and_norm":false,"learning_rate":0.05,"momentum":0.9,"name":"sgd","nesterov":false,"weight_decay":0.0005},"pruning":{"mask_interval":2,"min_keep":1,"on_collapse":"hold","recalibrate_batch_norm":false,"scope":"global"},"schedule":{"end":0.75,"freeze":0.83,"initial":0.0,"knots":[],"shape":"cubic","start":0.07,"target":0.5},"seed":1,"threads":0,"validation_fraction":0.08333333333333333}','{"compiler":"GCC 12.2.0","cores":2,"host":"lab-3","instruction_set":"AVX-512 (native)","memory_bytes":25276059648,"operating_system":"Debian GNU/Linux 12","processor":"a processor","started_ms":1796068895544,"threads":2,"version":"0.1.0"}','{"augmentation":"none","class_counts":{"test":[4,4,4],"train":[14,15,15],"validation":[2,1,1]},"class_names":["x","y","z"],"columns":[{"kind":"numeric","name":"a"},{"kind":"numeric","name":"b"},{"kind":"label","name":"kind"}],"files":[{"bytes":908,"name":"tiny.csv","sha256":"4053473f0f9e22e8f33188b5b5dcaec7d33275ab0331173288042e51824f0264"}],"image_shape":[2,1,1],"mean":[1.0332272733926815,-1.0856590806294908],"name":"table","skipped_files":0,"skipped_names":[],"standard_deviation":[0.8873016187068041,0.8194942915388318],"test_drawn":true,"test_images":12,"title":"Table","train_images":44,"validation_images":4}','{"layers":[{"kind":"dense","macs":8,"name":"fc1","output_shape":[4,1,1],"parameters":12,"prunable":0,"weight_shape":[4,2],"weights":8},{"kind":"dense","macs":12,"name":"fc2","output_shape":[3,1,1],"parameters":15,"prunable":1,"weight_shape":[3,4],"weights":12}],"name":"mlp:4"}','{"end":9,"freeze":10,"initial":0.0,"knots":[],"shape":"cubic","start":1,"target":0.5}',12,'[{"help":"How evenly a layer''s kept weights are attended to; 1 is a dense network: the mean over them of A = b + (1 − b) n, n the magnitude within the layer, b = (1 − p)^z the floor.","key":"attention_mean_kept","name":"Attention","role":"curve","title":"Attention by layer","when_dense":1.0},{"help":"The mean of A over all weights of the layer, pruned ones too.","key":"attention_mean_all","name":"Attention of all","role":"detail","title":"Attention of all weights by layer","when_dense":1.0},{"help":"b = (1 − p)^z, the least that any weight is attended to.","key":"attention_floor","name":"Floor","role":"bound","title":"floor","when_dense":1.0},{"help":"How fast the attention floor b = (1 − p)^z falls as sparsity p rises.","key":"z","name":"z","role":"figure","title":"Attention strength by layer","when_dense":0.0}]');
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
) STRICT;
INSERT INTO samples VALUES(1,1,0.16666666666666665741,1796068895564,20.062779000028967857,1.048589524752123081,0.25,0.0083333333333333332176,0.0,0.0,'exploration');
INSERT INTO samples VALUES(2,2,0.33333333333333331482,1796068895564,20.073544999584555625,1.0162407212551669566,0.5,0.016382715219075569268,0.0,0.0,'exploration');
INSERT INTO samples VALUES(3,3,0.5,1796068895564,20.215044999495148658,0.88396927665082314362,0.625,0.023325317547305487314,0.1650390625,0.1500000000000000222,'exploration');
INSERT INTO samples VALUES(4,4,0.66666666666666662965,1796068895564,20.220493000000715256,0.79149112487281370054,0.5,0.028451779686442458389,0.2890625,0.1500000000000000222,'exploration');
INSERT INTO samples VALUES(5,5,0.83333333333333337034,1796068895564,20.239130999892950058,0.88643258300077831801,0.625,0.03125,0.3779296875,0.34999999999999997779,'exploration');
INSERT INTO samples VALUES(6,6,1.0,1796068895564,20.243426999077200889,1.0256826665330012193,0.25,0.031470476127563019874,0.4375,0.34999999999999997779,'exploration');
INSERT INTO samples VALUES(7,7,1.1666666666666667406,1796068895564,20.274674000218510627,0.6775038500330319291,0.875,0.025000000000000001387,0.4736328125,0.44999999999999995559,'exploration');
INSERT INTO samples VALUES(8,8,1.3333333333333332593,1796068895564,20.283476999029517173,0.84056366702417451008,0.5,0.018529523872436979431,0.4921875,0.44999999999999995559,'exploration');
INSERT INTO samples VALUES(9,9,1.5,1796068895564,20.293081000447273254,0.94972053158528302319,0.5,0.012500000000000005898,0.4990234375,0.44999999999999995559,'exploration');
INSERT INTO samples VALUES(10,10,1.6666666666666667406,1796068895564,20.301323000341653824,0.65540641060384241534,0.75,0.0073223304703363134571,0.5,0.44999999999999995559,'exploration');
INSERT INTO samples VALUES(11,11,1.8333333333333332593,1796068895564,20.312589999288320542,0.71587302464957403014,0.75,0.0033493649053890324832,0.5,0.5,'exploitation');
INSERT INTO samples VALUES(12,12,2.0,1796068895564,20.323936998844146727,0.73620716904115934831,0.75,0.00085185434277329497021,0.5,0.5,'exploitation');
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
INSERT INTO layer_statistics VALUES(1,1,0,8,8,1.0,1.0,0.03375579044222831726,1.0,1.0,0,0,0.0022530170413393112681,0.0,0.0);
INSERT INTO layer_statistics VALUES(2,1,1,12,12,1.0,1.0,0.080160178244113922119,1.0,1.0,0,0,0.00075437652779353995408,0.0,0.0);
INSERT INTO layer_statistics VALUES(3,3,0,8,6,0.93203590129791547003,0.90972965007818151761,0.29331341385841369628,0.8349609375,1.0,2,0,0.015000884457129284865,0.0,0.0);
INSERT INTO layer_statistics VALUES(4,3,1,12,11,0.88767048869386300236,0.88327802609437433556,0.18407510221004486083,0.8349609375,1.0,1,0,0.0039667322563612782831,0.0,0.0);
INSERT INTO layer_statistics VALUES(5,5,0,8,4,0.89018210166852596021,0.79203563031095236546,0.37602326273918151855,0.6220703125,1.0,2,0,0.027954379145736743539,0.0,0.0);
INSERT INTO layer_statistics VALUES(6,5,1,12,9,0.7623202957051675721,0.73221019244657770119,0.32391694188117980957,0.6220703125,1.0,2,0,0.0099656596923091179951,0.0,0.0);
INSERT INTO layer_statistics VALUES(7,7,0,8,4,0.86632807021302349337,0.74037193452305549712,0.4058729410171508789,0.5263671875,1.0,0,0,0.023016770438620465233,0.0,0.0);
INSERT INTO layer_statistics VALUES(8,7,1,12,7,0.73340202939498955192,0.66322237606983969193,0.51641249656677246093,0.5263671875,1.0,2,0,0.0081006229349860920524,0.0,0.0);
INSERT INTO layer_statistics VALUES(9,9,0,8,4,0.86148344090931217031,0.72667956030891533991,0.42744654417037963867,0.5009765625,1.0,0,0,0.0095259784745019542712,0.0,0.0);
INSERT INTO layer_statistics VALUES(10,9,1,12,7,0.71911378422234573104,0.64509226327341584461,0.50908422470092773437,0.5009765625,1.0,0,0,0.0042584849053793243436,0.0,0.0);
INSERT INTO layer_statistics VALUES(11,11,0,8,3,0.89645357301586625631,0.72572280712091774557,0.46628955006599426269,0.5,1.0,1,0,0.0027389782196518535489,0.0,0.0);
INSERT INTO layer_statistics VALUES(12,11,1,12,7,0.71846604847182049535,0.64430007307550773987,0.50523459911346435546,0.5,1.0,0,0,0.001089592536626348947,0.0,0.0);
CREATE TABLE evaluations (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    epoch REAL,
    split TEXT NOT NULL,
    sparsity REAL,
    loss REAL,
    classes INTEGER NOT NULL,
    confusion TEXT NOT NULL
, calibration_error REAL, top_five_accuracy REAL) STRICT;
INSERT INTO evaluations VALUES(1,2,0.33333333333333331482,'validation',0.0,0.86886921619277623918,3,'[2,0,0,0,1,0,1,0,0]',0.29879149670731114385,NULL);
INSERT INTO evaluations VALUES(2,2,0.33333333333333331482,'test',0.0,0.93013497603272043967,3,'[4,0,0,4,0,0,1,3,0]',0.39034296972441140383,NULL);
INSERT INTO evaluations VALUES(3,6,1.0,'validation',0.34999999999999997779,0.66620627753995675934,3,'[2,0,0,0,1,0,0,1,0]',0.20569460148771676055,NULL);
INSERT INTO evaluations VALUES(4,6,1.0,'test',0.34999999999999997779,0.79837973202690215579,3,'[4,0,0,4,0,0,0,4,0]',0.37198515797762193857,NULL);
INSERT INTO evaluations VALUES(5,12,2.0,'validation',0.5,0.60383039364604751408,3,'[2,0,0,0,0,1,0,0,1]',0.15913198276984816259,NULL);
INSERT INTO evaluations VALUES(6,12,2.0,'test',0.5,0.71976498176466296996,3,'[4,0,0,4,0,0,0,0,4]',0.12761693881770111436,NULL);
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
INSERT INTO events VALUES(1,1,0,0.0,1796068895563,'started','program','','','{"end":9,"freeze":10,"initial":0.0,"knots":[],"shape":"cubic","start":1,"target":0.5}','','','');
INSERT INTO events VALUES(2,2,2,0.33333333333333331482,1796068895564,'first_cut','schedule','','','','{"id":"the first weights are cut at this step; the network before it was measured","values":[]}','','');
INSERT INTO events VALUES(3,3,10,1.6666666666666667406,1796068895564,'phase_changed','schedule','','','{"phase":"exploitation","sparsity":0.5}','','','');
INSERT INTO events VALUES(4,4,12,2.0,1796068895564,'ended_at_chance','program','','','','{"id":"the answers cannot be told from guessing: {} of {} test images are right, and always naming the most frequent class gives {}","values":["8","12","4"]}','','');
INSERT INTO events VALUES(5,5,12,2.0,1796068895611,'finished','program','','','','{"id":"the answers cannot be told from guessing: {} of {} test images are right, and always naming the most frequent class gives {}","values":["8","12","4"]}','','');
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
INSERT INTO outcomes VALUES(1,'finished','',12,2.0,1796068895564,20.355723999440670014,88,'{"id":"the answers cannot be told from guessing: {} of {} test images are right, and always naming the most frequent class gives {}","values":["8","12","4"]}');
CREATE TABLE mask_updates (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    requested REAL,
    sparsity REAL
) STRICT;
INSERT INTO mask_updates VALUES(1,1,0.0,0.0);
INSERT INTO mask_updates VALUES(2,3,0.1650390625,0.1500000000000000222);
INSERT INTO mask_updates VALUES(3,5,0.3779296875,0.34999999999999997779);
INSERT INTO mask_updates VALUES(4,7,0.4736328125,0.44999999999999995559);
INSERT INTO mask_updates VALUES(5,9,0.4990234375,0.44999999999999995559);
INSERT INTO mask_updates VALUES(6,11,0.5,0.5);
CREATE TABLE image_answers (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    sparsity REAL,
    classes INTEGER NOT NULL,
    truth TEXT NOT NULL,
    answers TEXT NOT NULL
) STRICT;
INSERT INTO image_answers VALUES(1,2,0.0,3,'[2,0,0,1,0,1,1,2,1,2,0,2]','[1,0,0,0,0,0,0,0,0,1,0,1]');
INSERT INTO image_answers VALUES(2,12,0.5,3,'[2,0,0,1,0,1,1,2,1,2,0,2]','[2,0,0,0,0,0,0,2,0,2,0,2]');
COMMIT;
