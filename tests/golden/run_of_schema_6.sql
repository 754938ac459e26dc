-- A run as Prunescope 0.1.0 recorded it with version 6 of the schema: a table of two numbers and one to predict, a
-- network of 2 x 4 x 1, two epochs. Written by SQLite's .dump, with the two pragmas that it leaves out; nothing in it
-- has another name than there, since its chain of hashes binds all of it. Never made again: later programs record
-- later versions.
PRAGMA application_id = 1347573070;
PRAGMA user_version = 6;
BEGIN TRANSACTION;
CREATE TABLE chain (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    schema INTEGER NOT NULL,
    bound TEXT NOT NULL,
    last INTEGER NOT NULL,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
INSERT INTO "chain" VALUES(1,'rows',6,'run_header',1,'367115b136cc0816d203ec33b555344f86fbb10389c45e99aa54e9257954157a','1be6d12762655708eeeaba31a4abfa2d4818024eee1ee600b93904ecb9bfad12');
INSERT INTO "chain" VALUES(2,'rows',6,'samples',8,'cfb33fff788aac40bbb65fa07026fae49abd9526e55551a5e98b4d661461e703','b8334f9c453bcb8cb916c92315a20d9d55551f1a4d6e8c2f8238e190bde660ef');
INSERT INTO "chain" VALUES(3,'rows',6,'layer_statistics',6,'85c44c4c65cfc382a988027494b9d9dc9a6d03e84013f3cf1e03291acf3b866a','8d885a23d9443059628a3663a7075e891bd76f284c949c32ee8cf045559a89c0');
INSERT INTO "chain" VALUES(4,'rows',6,'mask_updates',1,'2cc3a231a755bbb6325a794a90d92ebb8f57c0a71fa48e3c04003246d45bd04b','49ed177d7d7f09d24b453229170f4791ef7331c2aa8b105daa9341067db77777');
INSERT INTO "chain" VALUES(5,'rows',6,'mask_updates',2,'8307bb02ae84241ea9ecdbb6f04800cc8b657178294d1cdb542b5e28b0c37d26','51a9576d8d9c345e573e703d327f2c230744eb7b23f80d677935e9f069d7be27');
INSERT INTO "chain" VALUES(6,'rows',6,'mask_updates',3,'c764c6ce87111513b9eb844ea7bc4448ea37be78228328f7799db98083432a78','46fabeb4e293b92f1b675937234e8ec047dce936da9ce963f10708dd2ca95211');
INSERT INTO "chain" VALUES(7,'rows',6,'evaluations',1,'858ef16f4a9016aec5e207ee64e926a570283a4e9ca2ad9d47ccc66d975436a1','2cb5a9d67a6d3cc51dde6bf287fd031a03421e95e40db138c2491e4e8e87d2f4');
INSERT INTO "chain" VALUES(8,'rows',6,'evaluations',2,'83736fd63a078d8b45a6ca402f8f6658eff2b3e84b63be3609d4df8758ee31e8','9fd879bbdc05eefc2cf31b4c5c130a360b7555dd68896363e60caec94150a5e7');
INSERT INTO "chain" VALUES(9,'rows',6,'evaluations',3,'07c16d7a42111743f27d6b9e013e7064946da36e610575bba941652d2783b63e','7e3bb9eef41988a83395b0d2b6b88b1f0a069685cd2fc733c86b747188dbadd8');
INSERT INTO "chain" VALUES(10,'rows',6,'evaluations',4,'539d1daa2e0a9d9c7f3be60b82c7b02cf73c811df5d88bb4c4f5c169461dffd6','f67bc7d60f9b295acee78abf2be14a9f0a3d04ea9402257f2f9060ac13919e90');
INSERT INTO "chain" VALUES(11,'rows',6,'events',1,'b7faa5e484373841e26be5b2763b610b0cdcdbeabe2a1e31143f0738e67ff27d','56abddc2d8ccc6dbd0be6e06c6dfd756001a107090d8eddb0f327a9c9c2aabdc');
INSERT INTO "chain" VALUES(12,'rows',6,'events',2,'d180898b4575c3723c02292d2fa30aa30d1ca9003232a9a3a774978b67eb3e0b','f846f87c93f251666fc08b1f777fa79fe2d5faaf7ec2e0f81fbc5efc5040e6b2');
INSERT INTO "chain" VALUES(13,'rows',6,'events',3,'8765820849c3763fb3c267ca009b7b7dfafef6a7855d8f4ad042ffe7bf917fd9','3c4fbbe85f86a5e0cc586efb867676b0461f0e3011fb60bc266bd793a2a6b8fc');
INSERT INTO "chain" VALUES(14,'rows',6,'events',4,'e1a5775203c8fee0f130ea0ccfc0feb2c69ac8c6d8dc30f76d80df562fdea2a7','a08cd684fe8fe0d63118cc0152c778e6ed2b7750e4ca0c60394f569fa36084b4');
INSERT INTO "chain" VALUES(15,'rows',6,'image_answers',1,'702990fbfd20c940f08820f9c5498728fe203d2004c1c68aaf2cc6cebc6d4e8f','4a8fdac41ee3e07bfe2ed4727b2a27a65cba9fc194b77c30694257cffefe8d77');
INSERT INTO "chain" VALUES(16,'rows',6,'image_answers',2,'76f0c4a03808e44b4d75b7525922451166419f6b10ba887f315250583fb5fda2','941bd38b4b1a4ab7297c778d6cf5382f5624ee4a577c455cb03fe7968b3e5322');
INSERT INTO "chain" VALUES(17,'rows',6,'events',5,'7de0197466e5a209d4c236e8e87434f9f0ba541aa347a4320a42d3665597b97f','254f59ff5637cc98445b776fb7ba849bb28640d0c8b89fea2ccf9ac63f444d0e');
INSERT INTO "chain" VALUES(18,'rows',6,'saved_files',1,'af0c63bad3a1c68f127cb40fd9411a7aad633d848ce33f6738361f02f8e29757','602c3dd93054e28ddc862c9dca1de1242504a580a73158aa9a4bc71545bedca3');
INSERT INTO "chain" VALUES(19,'rows',6,'outcomes',1,'aab5e8c8f3cc37e6e039e0ef2e9634ae4a5084253b2cfcba020364ae4f44b838','98561876a1e0ac4536b9e982f9ce343abe6ef6f2a17cc32df9fded77f477814c');
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
INSERT INTO "evaluations" VALUES(1,4,1.0,'validation',0.0,1.69961279849580790823e+01,0,'[]',NULL,NULL,3,5.93150313666255257771e+00,8.62120881550201900722e+00,1.94436456759770703861e+00,1.79622502693835706111e+00,3.55162884204546835942e-01);
INSERT INTO "evaluations" VALUES(2,4,1.0,'test',0.0,1.13419206900503724002e+01,0,'[]',NULL,NULL,8,3.95823292661019410232e+00,6.55617580717783532406e+00,1.38828573748469352722e+00,1.52349059266888797736e+00,3.83056221029364207808e-01);
INSERT INTO "evaluations" VALUES(3,8,2.0,'validation',0.5,1.43366716113254288877e+00,0,'[]',NULL,NULL,3,5.0033754531153462608e-01,6.93272851419627467173e-01,0.555523415406545,5.36280635833397245626e-01,3.55162884204546835942e-01);
INSERT INTO "evaluations" VALUES(4,8,2.0,'test',0.5,1.2835924965362033312e+00,0,'[]',NULL,NULL,8,4.47962773030494809667e-01,8.54024340980626184283e-01,4.87240564078092575073e-01,4.90550018707697377262e-01,3.83056221029364207808e-01);
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
, note TEXT NOT NULL DEFAULT '', request TEXT NOT NULL DEFAULT '', refusal TEXT NOT NULL DEFAULT '', person_name TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "events" VALUES(1,1,0,0.0,1796098790439,'started','program','','','{"end":6,"freeze":7,"initial":0.0,"knots":[],"shape":"cubic","start":1,"target":0.5}','','','','');
INSERT INTO "events" VALUES(2,2,4,1.0,1796098790440,'first_cut','schedule','','','','{"id":"the first weights are cut at this step; the network before it was measured","values":[]}','','','');
INSERT INTO "events" VALUES(3,3,7,1.75,1796098790440,'phase_changed','schedule','','','{"phase":"exploitation","sparsity":0.5}','','','','');
INSERT INTO "events" VALUES(4,4,8,2.0,1796098790440,'ended_at_chance','program','','','','{"id":"the predictions cannot be told from guessing: their RMSE is {:.4g}, and always the mean of the test samples gives {:.4g}","values":["0.6693","0.6189"]}','','','');
INSERT INTO "events" VALUES(5,5,8,2.0,1796098790459,'finished','program','','','','{"id":"the predictions cannot be told from guessing: their RMSE is {:.4g}, and always the mean of the test samples gives {:.4g}","values":["0.6693","0.6189"]}','','','');
CREATE TABLE image_answers (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    sparsity REAL,
    classes INTEGER NOT NULL,
    truth TEXT NOT NULL,
    answers TEXT NOT NULL
, wanted TEXT NOT NULL DEFAULT '[]', predicted TEXT NOT NULL DEFAULT '[]', sample_groups TEXT NOT NULL DEFAULT '[]') STRICT;
INSERT INTO "image_answers" VALUES(1,4,0.0,0,'[]','[]','[0.136,1.196,1.127,1.259,0.559,0.718,-0.623,1.185]','[1.0769054,1.3061032,4.1424985,1.33213,1.1096783,1.1581824,1.0769054,5.4608827]','[]');
INSERT INTO "image_answers" VALUES(2,8,0.5,0,'[]','[]','[0.136,1.196,1.127,1.259,0.559,0.718,-0.623,1.185]','[0.956053,0.956053,1.2508528,0.956053,0.956053,0.956053,0.956053,1.3819656]','[]');
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
INSERT INTO "layer_statistics" VALUES(1,1,0,8,8,1.0,1.0,3.88160794973373413085e-02,1.0,1.0,0,0,0.0200833151466892,0.0,0.0);
INSERT INTO "layer_statistics" VALUES(2,1,1,4,4,1.0,1.0,5.86028546094894409179e-02,1.0,1.0,0,0,1.11834149559513235105e-01,0.0,0.0);
INSERT INTO "layer_statistics" VALUES(3,5,0,8,4,7.88733554433577177533e-01,6.74349038584489468561e-01,4.93077546358108520507e-01,0.532,1.0,4,0,2.6800096841426845895e-01,0.0,0.0);
INSERT INTO "layer_statistics" VALUES(4,5,1,4,3,7.88511319462453785789e-01,7.24383489596840290936e-01,4.9841365218162536621e-01,0.532,1.0,1,0,1.59654348157951542219e-01,0.0,0.0);
INSERT INTO "layer_statistics" VALUES(5,8,0,8,4,9.21740844640821843647e-01,7.4538710451700973536e-01,5.46910226345062255859e-01,0.5,1.0,0,0,2.54761575093655143198e-02,0.0,0.0);
INSERT INTO "layer_statistics" VALUES(6,8,1,4,2,8.24979025445560676388e-01,6.6978425742819158728e-01,8.75376522541046142578e-01,0.5,1.0,1,0,7.53793094735922316468e-03,0.0,0.0);
CREATE TABLE mask_updates (
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    requested REAL,
    sparsity REAL
, mask_digest TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "mask_updates" VALUES(1,1,0.0,0.0,'c7e946133fb8324a57f1d0ae00412298e2d900ba52a1774350d4185f29ccc5be');
INSERT INTO "mask_updates" VALUES(2,5,4.67999999999999971578e-01,4.16666666666666629659e-01,'3f3f366d995abc0d28f3279b40cb33f85564c2e34b390d699f456d7870de7fa3');
INSERT INTO "mask_updates" VALUES(3,8,0.5,0.5,'61a7464a32aa8b0194f81df0e0e19a3ad56755dd2d55fd5abbf98ad2ddd05479');
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
INSERT INTO "outcomes" VALUES(1,'finished','',8,2.0,1796098790440,2.23881372995674610137e+02,58,'{"id":"the predictions cannot be told from guessing: their RMSE is {:.4g}, and always the mean of the test samples gives {:.4g}","values":["0.6693","0.6189"]}');
CREATE TABLE run_header (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    config TEXT NOT NULL,
    provenance TEXT NOT NULL,
    dataset TEXT NOT NULL,
    network TEXT NOT NULL,
    schedule TEXT NOT NULL,
    total_steps INTEGER NOT NULL
, measures TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "run_header" VALUES(1,'{"augment":{"brightness":0.0,"contrast":0.0,"cutout":0,"flip":"auto","rotation":0.0,"shift":-1},"batch":8,"class_weights":"none","data":{"share":1.0},"data_dir":"/tmp/rows/rows.csv","data_options":{"decimal":"auto","group":"","header":"auto","label":"y","leave_out":"","missing":"refuse","missing_in":"","separator":"auto","target":"auto","test_file":"","test_fraction":0.2,"test_seed":1,"unit":""},"dataset":"table","dropout":0.0,"epochs":2,"label_smoothing":0.0,"learning_rate":{"final_factor":0.0,"shape":"cosine","warmup_epochs":1.0},"method":"map","method_options":{"attention_cap":0.0,"attention_norm":"kept_mean","explore_interval":16,"forward_attention":true,"layer_z":"","pruned_gradient":"attention","z":1.0},"model":"mlp:4","optimizer":{"decay_bias_and_norm":false,"learning_rate":0.05,"momentum":0.9,"name":"sgd","nesterov":false,"weight_decay":0.0005},"pruning":{"mask_interval":4,"min_keep":1,"on_collapse":"hold","recalibrate_batch_norm":false,"scope":"global"},"schedule":{"end":0.75,"freeze":0.83,"initial":0.0,"knots":[],"shape":"cubic","start":0.07,"target":0.5},"seed":5,"target":{"huber_delta":1.0,"loss":"squared"},"threads":1,"validation_fraction":0.08333333333333333}','{"compiler":"GCC 12.2.0","cores":2,"host":"vm","instruction_set":"AVX-512 (native)","memory_bytes":25276059648,"operating_system":"Debian GNU/Linux 12 (bookworm) (Linux 6.18.44-fc-v857)","processor":"AMD EPYC","program_blake2b":"a7c8f116aebe1f455d4266fe4f3c9af4da9708b6d0c78b4cf495a1d15d8b4899","started_ms":1796098790420,"threads":1,"version":"0.1.0"}','{"augmentation":"none","class_names":[],"columns":[{"kind":"numeric","name":"a"},{"kind":"numeric","name":"b"},{"kind":"target","name":"y"}],"files":[{"bytes":727,"name":"rows.csv","sha256":"22b15f92173ee9260cff79a6de79c2c9fbfba905e6252509a26e98b2f7a8da6e"}],"image_shape":[2,1,1],"input_unit":1.0,"mean":[0.5877586198521071,0.4839999985335202],"name":"table","skipped_files":0,"skipped_names":[],"standard_deviation":[0.2599503447607537,0.31829881665209203],"target":{"mean":0.6915172493920244,"name":"y","standard_deviation":0.5907549598033596,"unit":""},"test_drawn":true,"test_images":8,"title":"Table","train_images":29,"validation_images":3}','{"layers":[{"kind":"dense","macs":8,"name":"fc1","output_shape":[4,1,1],"parameters":12,"prunable":0,"weight_shape":[4,2],"weights":8},{"kind":"dense","macs":4,"name":"fc2","output_shape":[1,1,1],"parameters":5,"prunable":1,"weight_shape":[1,4],"weights":4}],"name":"mlp:4"}','{"end":6,"freeze":7,"initial":0.0,"knots":[],"shape":"cubic","start":1,"target":0.5}',8,'[{"help":"How evenly a layer''s kept weights are attended to; 1 is a dense network: the mean over them of A = b + (1 − b) n, n the magnitude within the layer, b = (1 − p)^z the floor.","key":"attention_mean_kept","name":"Attention","role":"curve","title":"Attention by layer","when_dense":1.0},{"help":"The mean of A over all weights of the layer, pruned ones too.","key":"attention_mean_all","name":"Attention of all","role":"detail","title":"Attention of all weights by layer","when_dense":1.0},{"help":"b = (1 − p)^z, the least that any weight is attended to.","key":"attention_floor","name":"Floor","role":"bound","title":"floor","when_dense":1.0},{"help":"How fast the attention floor b = (1 − p)^z falls as sparsity p rises.","key":"z","name":"z","role":"figure","title":"Attention strength by layer","when_dense":0.0}]');
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
INSERT INTO "samples" VALUES(1,1,0.25,1796098790440,2.23101734995841979977e+02,1.0328179049916593968e+01,NULL,0.0125,0.0,0.0,'exploration',1.89853783180593227442e+00);
INSERT INTO "samples" VALUES(2,2,0.5,1796098790440,2.23117848999798297883e+02,8.66624120331076674972e+00,NULL,2.4048494156391084231e-02,0.0,0.0,'exploration',1.73909282258055086778e+00);
INSERT INTO "samples" VALUES(3,3,0.75,1796098790440,2.23127022996544837956e+02,5.99604523907131614635e+00,NULL,3.20082521472477704582e-02,2.43999999999999939159e-01,0.0,'exploration',1.44657124178221430099e+00);
INSERT INTO "samples" VALUES(4,4,1.0,1796098790440,2.23132941000163555135e+02,4.89076617307622729668e+00,NULL,3.45670858091272487078e-02,0.392,0.0,'exploration',1.3064591245096701666e+00);
INSERT INTO "samples" VALUES(5,5,1.25,1796098790440,2.23622888997197151179e+02,1.67979681986772533264e+01,NULL,0.025,4.67999999999999971578e-01,4.16666666666666629659e-01,'exploration',2.42122836950755);
INSERT INTO "samples" VALUES(6,6,1.5,1796098790440,2.23635477997362613683e+02,1.19803600582314917488e+00,NULL,1.54329141908727575371e-02,0.496,4.16666666666666629659e-01,'exploration',6.46609843659295524531e-01);
INSERT INTO "samples" VALUES(7,7,1.75,1796098790440,2.23638071998953819269e+02,1.83679439420675105765e+00,NULL,7.32233047033631345712e-03,0.5,4.16666666666666629659e-01,'exploration',8.00640673794125512507e-01);
INSERT INTO "samples" VALUES(8,8,2.0,1796098790440,2.23650409996509551995e+02,1.61658145765085281553e+00,NULL,1.90301168721783171139e-03,0.5,0.5,'exploitation',7.51114546886731515584e-01);
CREATE TABLE saved_files (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL
) STRICT;
INSERT INTO "saved_files" VALUES(1,'final.weights',904,'fc574c1c9cfab514e63769ee6c7e5e16eb962626acf599600d3b34f5900e25e4');
COMMIT;
