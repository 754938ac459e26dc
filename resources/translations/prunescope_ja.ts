<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
    <context>
        <name>ConfigCheck</name>
        <message>
            <source>There is no such file or folder. Choose one with the data set's files, or leave the field empty.</source>
            <translation>そのファイルまたはフォルダーはありません。データセットのファイルがある場所を選ぶか、空欄のままにしてください。</translation>
        </message>
    </context>
    <context>
        <name>ConfigForm</name>
        <message>
            <source>Data</source>
            <translation>データ</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>スケジュール</translation>
        </message>
        <message>
            <source>Pruning</source>
            <translation>プルーニング</translation>
        </message>
        <message>
            <source>Method options</source>
            <translation>手法のオプション</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>オプティマイザー</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>学習率</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>層</translation>
        </message>
        <message>
            <source>Data options</source>
            <translation>データの設定</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>計画</translation>
        </message>
        <message>
            <source>Start and regularisation</source>
            <translation>初期値と正則化</translation>
        </message>
    </context>
    <context>
        <name>Engine</name>
        <message>
            <source>the ramp would end at step %1, but the run is at step %2</source>
            <translation>ランプはステップ %1 で終わることになりますが、ランはすでにステップ %2 です</translation>
        </message>
        <message>
            <source>the mask would freeze at step %1, before the ramp ends at %2, so the target would not be reached</source>
            <translation>マスクの凍結 (ステップ %1) が増加区間の終了 (ステップ %2) より前になるため、目標に到達しません</translation>
        </message>
        <message>
            <source>the target %1 keeps %2 weights, but every layer keeping %3 needs %4, so at most %5 is possible</source>
            <translation>目標 %1 で保持される重みは %2 個ですが、各層で %3 個を保持するには %4 個必要なため、指定できるのは %5 までです</translation>
        </message>
        <message>
            <source>the mask is frozen at %1 sparsity and cannot change to %2; unfreeze it first or move the freeze point past step %3</source>
            <translation>マスクはスパース率 %1 で凍結されており、%2 には変更できません。先に凍結を解除するか、凍結時点をステップ %3 より後に移してください</translation>
        </message>
        <message>
            <source>the target %1 is below the %2 that is already frozen</source>
            <translation>目標 %1 は、すでに凍結されている %2 を下回っています</translation>
        </message>
        <message>
            <source>there is no prunable layer %1</source>
            <translation>プルーニング対象の層 %1 はありません</translation>
        </message>
        <message>
            <source>the mask would freeze at %1 of the run, before the ramp ends at %2</source>
            <translation>マスクの凍結 (ラン全体の %1) が増加区間の終了 (%2) より前になっています</translation>
        </message>
        <message>
            <source>the target %1 is below the initial sparsity %2</source>
            <translation>目標 %1 が初期スパース率 %2 を下回っています</translation>
        </message>
        <message>
            <source>the initial sparsity %1 is not from 0 up to below 1</source>
            <translation>初期スパース率 %1 は 0 以上 1 未満ではありません</translation>
        </message>
        <message>
            <source>the target sparsity %1 is not from 0 up to below 1</source>
            <translation>目標スパース率 %1 は 0 以上 1 未満ではありません</translation>
        </message>
        <message>
            <source>the ramp ends at step %1, before it starts at %2</source>
            <translation>増加区間の終了 (ステップ %1) が開始 (ステップ %2) より前になっています</translation>
        </message>
        <message>
            <source>knot %1 has no sparsity from 0 up to below 1</source>
            <translation>制御点 %1 のスパース率が 0 以上 1 未満ではありません</translation>
        </message>
        <message>
            <source>knot %1 has no position</source>
            <translation>制御点 %1 に位置がありません</translation>
        </message>
        <message>
            <source>Layers count from 0 to %1.</source>
            <translation>層の番号は 0 から %1 までです。</translation>
        </message>
        <message>
            <source>z = %1 is not allowed</source>
            <translation>z = %1 は指定できません</translation>
        </message>
        <message>
            <source>a picture has at most %1 x %2 cells</source>
            <translation>図のセル数は %1 x %2 以下です</translation>
        </message>
        <message>
            <source>layer %1 cannot be arranged so</source>
            <translation>層 %1 はそのように配置できません</translation>
        </message>
        <message>
            <source>layer %1 has %2 weights, so none has index %3</source>
            <translation>層 %1 の重みは %2 個なので、番号 %3 の重みはありません</translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>ステップ %1</translation>
        </message>
        <message>
            <source>one of: %1</source>
            <translation>次のいずれか: %1</translation>
        </message>
        <message>
            <source>a whole number from %1 up to %2</source>
            <translation>%1 以上 %2 以下の整数</translation>
        </message>
        <message>
            <source>a text of at most %1 bytes</source>
            <translation>%1 バイト以下のテキスト</translation>
        </message>
        <message>
            <source>a whole number from 0 to %1</source>
            <translation>0 から %1 までの整数</translation>
        </message>
        <message>
            <source>a whole number from %1</source>
            <translation>%1 以上の整数</translation>
        </message>
        <message>
            <source>a number above %1 up to %2</source>
            <translation>%1 より大きく %2 以下の数</translation>
        </message>
        <message>
            <source>a number above %1 and below %2</source>
            <translation>%1 より大きく %2 未満の数</translation>
        </message>
        <message>
            <source>a number from %1 up to %2</source>
            <translation>%1 以上 %2 以下の数</translation>
        </message>
        <message>
            <source>a number below %1</source>
            <translation>%1 未満の数</translation>
        </message>
        <message>
            <source>a number up to %1</source>
            <translation>%1 以下の数</translation>
        </message>
        <message>
            <source>%1.</source>
            <translation>%1。</translation>
        </message>
        <message>
            <source>%1. %2</source>
            <translation>%1。%2</translation>
        </message>
        <message>
            <source>names %1 twice, again at %2</source>
            <translation>%1 が 2 回あります (2 回目は %2)</translation>
        </message>
        <message>
            <source>is not valid JSON: the number before %1 is too large</source>
            <translation>正しい JSON ではありません: %1 の前の数値が大きすぎます</translation>
        </message>
        <message>
            <source>is not valid JSON: it ends too early, at %1</source>
            <translation>正しい JSON ではありません: %1 で途切れています</translation>
        </message>
        <message>
            <source>is not valid JSON: %1 is wrong at %2</source>
            <translation>正しい JSON ではありません: %2 の %1 が誤りです</translation>
        </message>
        <message>
            <source>line %1, column %2</source>
            <translation>%1 行 %2 列</translation>
        </message>
        <message>
            <source>images</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>labels</source>
            <translation>ラベル</translation>
        </message>
        <message>
            <source>magic number</source>
            <translation>マジックナンバー</translation>
        </message>
        <message>
            <source>%1 more bytes</source>
            <translation>さらに %1 バイト</translation>
        </message>
        <message>
            <source>rows</source>
            <translation>行</translation>
        </message>
        <message>
            <source>columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Give %1.</source>
            <translation>%1 を指定してください。</translation>
        </message>
        <message>
            <source>a number above %1</source>
            <translation>%1 より大きい数</translation>
        </message>
        <message>
            <source>a number from %1</source>
            <translation>%1 以上の数</translation>
        </message>
        <message>
            <source>a number from %1 to below %2</source>
            <translation>%1 以上 %2 未満の数</translation>
        </message>
        <message>
            <source>Give one of: %1.</source>
            <translation>次のいずれかを指定してください: %1。</translation>
        </message>
        <message>
            <source>Give a whole number from %1 up to %2.</source>
            <translation>%1 以上 %2 以下の整数を指定してください。</translation>
        </message>
        <message>
            <source>Give a number above %1 up to %2.</source>
            <translation>%1 より大きく %2 以下の数を指定してください。</translation>
        </message>
        <message>
            <source>Give a number above %1 and below %2.</source>
            <translation>%1 より大きく %2 未満の数を指定してください。</translation>
        </message>
        <message>
            <source>Give a number from %1 up to %2.</source>
            <translation>%1 以上 %2 以下の数を指定してください。</translation>
        </message>
        <message>
            <source>Give a number from %1 to below %2.</source>
            <translation>%1 以上 %2 未満の数を指定してください。</translation>
        </message>
        <message>
            <source>Give from 0 to %1, or -1 for the data set's default.</source>
            <translation>0 から %1 まで、またはデータセットの既定値を使う -1 を指定してください。</translation>
        </message>
        <message>
            <source>Give up to %1 widths from 1 to %2, such as mlp:300,100.</source>
            <translation>mlp:300,100 のように、1 から %2 までの幅を %1 個以下で指定してください。</translation>
        </message>
        <message>
            <source>%1 is not allowed for %2</source>
            <translation>%2 では %1 を指定できません</translation>
        </message>
        <message>
            <source>'%1' is not allowed</source>
            <translation>「%1」は指定できません</translation>
        </message>
        <message>
            <source>%1 is not allowed</source>
            <translation>%1 は指定できません</translation>
        </message>
        <message>
            <source>unknown option of %1 '%2'</source>
            <translation>%1 にないオプション「%2」です</translation>
        </message>
        <message>
            <source>unknown prunable layer '%1'</source>
            <translation>不明なプルーニング対象の層「%1」です</translation>
        </message>
        <message>
            <source>unknown learning-rate schedule '%1'</source>
            <translation>不明な学習率スケジュール「%1」です</translation>
        </message>
        <message>
            <source>unknown schedule shape '%1'</source>
            <translation>不明なスケジュール形状「%1」です</translation>
        </message>
        <message>
            <source>unknown data set '%1'</source>
            <translation>不明なデータセット「%1」です</translation>
        </message>
        <message>
            <source>unknown network '%1'</source>
            <translation>不明なネットワーク「%1」です</translation>
        </message>
        <message>
            <source>unknown method '%1'</source>
            <translation>不明な手法「%1」です</translation>
        </message>
        <message>
            <source>unknown option '%1'</source>
            <translation>不明なオプション「%1」です</translation>
        </message>
        <message>
            <source>unknown optimizer '%1'</source>
            <translation>不明なオプティマイザー「%1」です</translation>
        </message>
        <message>
            <source>unknown scope '%1'</source>
            <translation>不明な範囲「%1」です</translation>
        </message>
        <message>
            <source>unknown %1 '%2'</source>
            <translation>不明な値「%2」です (%1)</translation>
        </message>
        <message>
            <source>Did you mean '%1'? Known: %2</source>
            <translation>「%1」のことですか? 指定できる値: %2</translation>
        </message>
        <message>
            <source>Known: %1</source>
            <translation>指定できる値: %1</translation>
        </message>
        <message>
            <source>%1 has no option '%2'</source>
            <translation>%1 にオプション「%2」はありません</translation>
        </message>
        <message>
            <source>'%1' is not LAYER=NUMBER</source>
            <translation>「%1」は LAYER=NUMBER の形ではありません</translation>
        </message>
        <message>
            <source>'%1' has no list of layer widths</source>
            <translation>「%1」に層の幅の一覧がありません</translation>
        </message>
        <message>
            <source>'%1' has no number as layer width %2</source>
            <translation>「%1」の %2 番目の層の幅に数値がありません</translation>
        </message>
        <message>
            <source>'%1' has '%2' as layer width %3</source>
            <translation>「%1」の %3 番目の層の幅が「%2」になっています</translation>
        </message>
        <message>
            <source>'%1' has more than %2 layer widths</source>
            <translation>「%1」の層の幅が %2 個を超えています</translation>
        </message>
        <message>
            <source>'%1' is not allowed: its comma could mean thousands</source>
            <translation>「%1」は指定できません: コンマが桁区切りとも読めます</translation>
        </message>
        <message>
            <source>layer '%1' is given twice</source>
            <translation>層「%1」が 2 回指定されています</translation>
        </message>
        <message>
            <source>%1 has more parameters than are expected</source>
            <translation>%1 のパラメーターが想定より多くなっています</translation>
        </message>
        <message>
            <source>the network that it names cannot be its own: %1</source>
            <translation>記録されているネットワーク名がこのファイルのものではありえません: %1</translation>
        </message>
        <message>
            <source>there is no '%1'</source>
            <translation>「%1」はありません</translation>
        </message>
        <message>
            <source>The depth is 6n+2: resnet-8, resnet-14, resnet-20, resnet-32, resnet-44, resnet-56, up to %1.</source>
            <translation>深さは 6n+2 です: resnet-8、resnet-14、resnet-20、resnet-32、resnet-44、resnet-56、最大 %1。</translation>
        </message>
        <message>
            <source>%1 does not fit images of this size: %2 reads a window of %3 x %4 where %5 x %6 are left</source>
            <translation>%1 はこのサイズの画像に合いません。%2 は %3 x %4 の窓を読みますが、残りは %5 x %6 です</translation>
        </message>
        <message>
            <source>expected a folder with the files of %1, found nothing there</source>
            <translation>%1 のファイルがあるフォルダーが必要ですが、そこには何もありません</translation>
        </message>
        <message>
            <source>expected a folder with the files of %1, found something that is no folder</source>
            <translation>%1 のファイルがあるフォルダーが必要ですが、そこにあるのはフォルダーではありません</translation>
        </message>
        <message>
            <source>%1 is not found by itself, and no folder is named</source>
            <translation>%1 は自動では見つからず、フォルダーも指定されていません</translation>
        </message>
        <message>
            <source>at byte 8 of the content: expected images of %1 x %2 pixels, found %3 x %4</source>
            <translation>内容のバイト 8: %1 x %2 画素の画像が必要ですが、%3 x %4 でした</translation>
        </message>
        <message>
            <source>at byte %1 of the content: expected labels from 0 to %2, found %3 for image %4</source>
            <translation>内容のバイト %1: 0 から %2 までのラベルが必要ですが、画像 %4 のラベルは %3 でした</translation>
        </message>
        <message>
            <source>at byte 4 of the content: expected %1 labels, one for each image of %2, found %3</source>
            <translation>内容のバイト 4: %2 の各画像に 1 つずつ、%1 個のラベルが必要ですが、%3 個でした</translation>
        </message>
        <message>
            <source>expected %1 (magic number %2), found %3 (%4)</source>
            <translation>%1 (マジックナンバー %2) が必要ですが、%3 (%4) でした</translation>
        </message>
        <message>
            <source>expected the IDX magic number %1 of %2, found %3</source>
            <translation>IDX のマジックナンバー %1 (%2) が必要ですが、%3 でした</translation>
        </message>
        <message>
            <source>expected %1 as the number of dimensions of %2, found %3</source>
            <translation>%2 の次元数は %1 のはずですが、%3 でした</translation>
        </message>
        <message>
            <source>expected from 1 to %1 %2, found %3</source>
            <translation>%2 は 1 から %1 までのはずですが、%3 でした</translation>
        </message>
        <message>
            <source>expected at most %1 bytes, found a header that declares %2</source>
            <translation>%1 バイト以下のはずですが、ヘッダーには %2 バイトとあります</translation>
        </message>
        <message>
            <source>the header declares %1 bytes, expected at most the %2 that the compressed file can hold</source>
            <translation>ヘッダーには %1 バイトとありますが、この圧縮ファイルに入るのは最大 %2 バイトです</translation>
        </message>
        <message>
            <source>expected the end after the %1 bytes that the header declares, found %2</source>
            <translation>ヘッダーにある %1 バイトの後で終わるはずですが、まだ続きがあります (%2)</translation>
        </message>
        <message>
            <source>the content ends inside the header: expected %1 bytes of the %2, found %3</source>
            <translation>内容がヘッダーの途中で終わっています。%2 の %1 バイトが必要ですが、%3 バイトでした</translation>
        </message>
        <message>
            <source>the content ends early: expected %1 bytes from the header, found %2</source>
            <translation>内容が途中で終わっています。ヘッダーでは %1 バイトですが、%2 バイトでした</translation>
        </message>
        <message>
            <source>the gzip data end at byte %1, in the middle of a stream</source>
            <translation>gzip データがバイト %1 で、ストリームの途中で終わっています</translation>
        </message>
        <message>
            <source>the gzip data are damaged at byte %1: %2</source>
            <translation>gzip データがバイト %1 で壊れています: %2</translation>
        </message>
        <message>
            <source>the gzip data end at byte %1: expected the end of the file, found %2 more bytes</source>
            <translation>gzip データはバイト %1 で終わりますが、その後に %2 バイト残っています</translation>
        </message>
        <message>
            <source>at byte %1 of the unpacked content: %2</source>
            <translation>展開後のバイト %1: %2</translation>
        </message>
        <message>
            <source>at byte %1: %2</source>
            <translation>バイト %1: %2</translation>
        </message>
        <message>
            <source>every pixel of channel %1 is %2: nothing can be learned</source>
            <translation>チャネル %1 の画素がすべて %2 なので、何も学習できません</translation>
        </message>
        <message>
            <source>cannot open the file: %1</source>
            <translation>ファイルを開けません: %1</translation>
        </message>
        <message>
            <source>cannot read the file: %1</source>
            <translation>ファイルを読み込めません: %1</translation>
        </message>
        <message>
            <source>cannot write the file: %1</source>
            <translation>ファイルを書き込めません: %1</translation>
        </message>
        <message>
            <source>cannot create the file: %1</source>
            <translation>ファイルを作成できません: %1</translation>
        </message>
        <message>
            <source>cannot create the folder: %1</source>
            <translation>フォルダーを作成できません: %1</translation>
        </message>
        <message>
            <source>cannot open the folder: %1</source>
            <translation>フォルダーを開けません: %1</translation>
        </message>
        <message>
            <source>cannot list the runs: %1</source>
            <translation>ランを一覧できません: %1</translation>
        </message>
        <message>
            <source>cannot record the run: %1</source>
            <translation>ランを記録できません: %1</translation>
        </message>
        <message>
            <source>cannot open the run database: %1</source>
            <translation>ランのデータベースを開けません: %1</translation>
        </message>
        <message>
            <source>cannot read the run database: %1</source>
            <translation>ランのデータベースを読み込めません: %1</translation>
        </message>
        <message>
            <source>cannot use the run database: %1</source>
            <translation>ランのデータベースを使えません: %1</translation>
        </message>
        <message>
            <source>cannot copy the run database: %1</source>
            <translation>ランのデータベースをコピーできません: %1</translation>
        </message>
        <message>
            <source>cannot open a database in memory: %1</source>
            <translation>メモリ上にデータベースを開けません: %1</translation>
        </message>
        <message>
            <source>holds %1 bytes where at most %2 are expected</source>
            <translation>%1 バイトあります (%2 バイト以下のはずです)</translation>
        </message>
        <message>
            <source>holds %1 bytes, more than this program unpacks</source>
            <translation>%1 バイトあり、このプログラムで展開できる量を超えています</translation>
        </message>
        <message>
            <source>nests deeper than %1 levels</source>
            <translation>入れ子が %1 段を超えています</translation>
        </message>
        <message>
            <source>holds more than %1 values</source>
            <translation>%1 個を超える値を含んでいます</translation>
        </message>
        <message>
            <source>ends at byte %1, while it is being read</source>
            <translation>読み込み中にバイト %1 で終わりました</translation>
        </message>
        <message>
            <source>is hollow: of its %1 bytes next to none are on the disk</source>
            <translation>%1 バイトのほとんどがディスク上に存在しません</translation>
        </message>
        <message>
            <source>names '%1' twice, again at line %2, column %3</source>
            <translation>「%1」が 2 回あります (2 回目は %2 行 %3 列)</translation>
        </message>
        <message>
            <source>is a group of options, found %1</source>
            <translation>オプションのグループですが、%1 が書かれています</translation>
        </message>
        <message>
            <source>the ramp ends at %1 of the run, before it starts at %2</source>
            <translation>増加区間の終了 (ランの %1) が開始 (%2) より前です</translation>
        </message>
        <message>
            <source>is not valid JSON: the number before line %1, column %2 is too large</source>
            <translation>正しい JSON ではありません: %1 行 %2 列の前の数値が大きすぎます</translation>
        </message>
        <message>
            <source>is not valid JSON: it ends too early, at line %1, column %2</source>
            <translation>正しい JSON ではありません: %1 行 %2 列で途切れています</translation>
        </message>
        <message>
            <source>is not valid JSON: '%1' is wrong at line %2, column %3</source>
            <translation>正しい JSON ではありません: %2 行 %3 列の「%1」が誤りです</translation>
        </message>
        <message>
            <source>%1, byte %2</source>
            <translation>%1、バイト %2</translation>
        </message>
        <message>
            <source>the file or its folder may not be written to (%1)</source>
            <translation>ファイルまたはフォルダーに書き込めません (%1)</translation>
        </message>
        <message>
            <source>the file is damaged (%1)</source>
            <translation>ファイルが壊れています (%1)</translation>
        </message>
        <message>
            <source>the file cannot be opened (%1)</source>
            <translation>ファイルを開けません (%1)</translation>
        </message>
        <message>
            <source>the disk reported an error (%1)</source>
            <translation>ディスクがエラーを報告しました (%1)</translation>
        </message>
        <message>
            <source>there are %1 runs of this name already</source>
            <translation>この名前のランはすでに %1 個あります</translation>
        </message>
        <message>
            <source>its table '%1' is missing or is not that of a run</source>
            <translation>表「%1」がないか、ランの表ではありません</translation>
        </message>
        <message>
            <source>is the database of another program (application %1, expected %2)</source>
            <translation>別のプログラムのデータベースです (アプリケーション %1、必要なのは %2)</translation>
        </message>
        <message>
            <source>has version %1 of the run schema; this program knows versions up to %2</source>
            <translation>ランのスキーマのバージョンが %1 です。このプログラムが扱えるのは %2 までです</translation>
        </message>
        <message>
            <source>%1: %2; what is left of it was read</source>
            <translation>%1: %2。残っている部分は読み込みました</translation>
        </message>
        <message>
            <source>config of the run: not in config.json either: %1</source>
            <translation>ランの設定: config.json にもありません: %1</translation>
        </message>
        <message>
            <source>%1 of the run: %2: %3</source>
            <translation>ランの %1: %2: %3</translation>
        </message>
        <message>
            <source>events: event %1 was expected and event %2 found</source>
            <translation>イベント: イベント %1 のはずですが、イベント %2 でした</translation>
        </message>
        <message>
            <source>is %1; the network has %2 prunable layers</source>
            <translation>%1 です。ネットワークのプルーニング対象の層は %2 個です</translation>
        </message>
        <message>
            <source>is %1; the data set has %2 classes</source>
            <translation>%1 です。データセットは %2 クラスです</translation>
        </message>
        <message>
            <source>is not a list of %1 x %2 counts</source>
            <translation>%1 x %2 個の計数のリストではありません</translation>
        </message>
        <message>
            <source>a list of at most %1</source>
            <translation>%1 個以下のリスト</translation>
        </message>
        <message>
            <source>is not %1: found %2</source>
            <translation>%1 ではありません: %2</translation>
        </message>
        <message>
            <source>expected %1, found %2</source>
            <translation>%1 のはずですが、%2 でした</translation>
        </message>
        <message>
            <source>%1 evaluations have no sound confusion matrix and were left out of this report.</source>
            <translation>%1 件の評価は混同行列が正しくないため、このレポートから除外しました。</translation>
        </message>
        <message>
            <source>%1 layer statistics belong to no layer of the network and were left out of this report.</source>
            <translation>%1 件の層の統計はネットワークのどの層のものでもないため、このレポートから除外しました。</translation>
        </message>
        <message>
            <source>Stopped on request at step %1 of %2. This is not a finished run.</source>
            <translation>ステップ %1/%2 で、要求により停止しました。完了したランではありません。</translation>
        </message>
        <message>
            <source>Failed at step %1 of %2. This is not a finished run.</source>
            <translation>ステップ %1/%2 で失敗しました。完了したランではありません。</translation>
        </message>
        <message>
            <source>Evaluated at step %1; the last step is %2.</source>
            <translation>評価はステップ %1、最後のステップは %2 です。</translation>
        </message>
        <message>
            <source>Counted %1, recorded %2.</source>
            <translation>計数 %1、記録 %2。</translation>
        </message>
        <message>
            <source>%1 mask updates compared; unequal: %2.</source>
            <translation>マスク更新 %1 回を比較、不一致 %2。</translation>
        </message>
        <message>
            <source>%1 mask update compared; unequal: %2.</source>
            <translation>マスク更新 %1 回を比較、不一致 %2。</translation>
        </message>
        <message>
            <source>%1 layers; sums that do not agree: %2.</source>
            <translation>%1 層、合計が合わない層 %2。</translation>
        </message>
        <message>
            <source>%1 layer; sums that do not agree: %2.</source>
            <translation>%1 層、合計が合わない層 %2。</translation>
        </message>
        <message>
            <source>%1 problems.</source>
            <translation>問題 %1 件。</translation>
        </message>
        <message>
            <source>%1 problem.</source>
            <translation>問題 %1 件。</translation>
        </message>
        <message>
            <source>The accuracy before pruning was measured at epoch %1, when training was not complete. It is not that of a dense network trained to the end, and the difference to the result is not the cost of pruning.</source>
            <translation>プルーニング前の精度は、学習が完了していないエポック %1 で測定したものです。プルーニングなしで最後まで学習した場合の精度ではなく、結果との差はプルーニングによる精度低下を表しません。</translation>
        </message>
        <message>
            <source>One run with one seed (%1). Another seed would give somewhat other figures; the interval beside the accuracy covers the choice of test samples only.</source>
            <translation>1 つのシード (%1) による 1 回のランです。別のシードでは数値が多少変わります。精度に添えた区間は、テストサンプルの選び方によるばらつきだけを表します。</translation>
        </message>
        <message>
            <source>The loss was not a finite number at %1 steps: training diverged there.</source>
            <translation>%1 ステップで損失が有限の数ではありませんでした。そこで学習が発散しています。</translation>
        </message>
        <message>
            <source>The loss was not a finite number at %1 step: training diverged there.</source>
            <translation>%1 ステップで損失が有限の数ではありませんでした。そこで学習が発散しています。</translation>
        </message>
        <message>
            <source>The reference run is %1, not finished.</source>
            <translation>比較対象のランは完了していません (%1)。</translation>
        </message>
        <message>
            <source>The reference run trained another network (%1).</source>
            <translation>比較対象のランは別のネットワーク (%1) を学習しました。</translation>
        </message>
        <message>
            <source>The reference run was planned for %1 epochs, this one for %2.</source>
            <translation>比較対象のランの計画は %1 エポック、このランは %2 エポックです。</translation>
        </message>
        <message>
            <source>The reference run has seed %1, this one %2.</source>
            <translation>比較対象のランのシードは %1、このランは %2 です。</translation>
        </message>
        <message>
            <source>edit %1</source>
            <translation>編集 %1</translation>
        </message>
        <message>
            <source>Wilson interval at 95 % of %1 right answers in %2. Covers the choice of test samples, not the choice of seed.</source>
            <translation>%2 件中 %1 件の正解に対する 95 % の Wilson 区間。テストサンプルの選び方によるばらつきを表し、シードの選び方は含みません。</translation>
        </message>
        <message>
            <source>layer_statistics, last row of each layer: 1 - sum of kept / sum of weights = %1 pruned / %2 prunable. Prunable are the weights of convolution and dense layers.</source>
            <translation>layer_statistics、各層の最後の行: 1 - kept の和 / weights の和 = プルーニング済み %1 / プルーニング対象 %2。プルーニング対象ののは畳み込み層と全結合層の重みです。</translation>
        </message>
        <message>
            <source>%1 pruned / %2 parameters, biases and batch norm counted in.</source>
            <translation>プルーニング済み %1 / パラメーター %2 (バイアスとバッチ正規化を含む)。</translation>
        </message>
        <message>
            <source>layer_statistics, sums of cut and revived over %1 mask updates. A weight that goes and comes back is counted each time, so cut - revived = pruned at the end.</source>
            <translation>layer_statistics、%1 回のマスク更新での cut と revived の和。除去されて復活した重みはそのつど数えるので、除去 - 復活 = 最後にプルーニング済みの数です。</translation>
        </message>
        <message>
            <source>Counted from the network's layers: %1 parameters, %2 of them prunable weights; left = parameters - pruned.</source>
            <translation>ネットワークの層から計数: パラメーター %1、うちプルーニング対象の重み %2。残り = パラメーター数 - プルーニング済み。</translation>
        </message>
        <message>
            <source>%1 parameters x 4 bytes (float32).</source>
            <translation>パラメーター %1 x 4 バイト (float32)。</translation>
        </message>
        <message>
            <source>outcomes or, without one, the last row of samples: process_ms at step %1, the time since the start without pauses.</source>
            <translation>outcomes、なければ samples の最後の行: ステップ %1 の process_ms。開始からの時間で、一時停止中は含みません。</translation>
        </message>
        <message>
            <source>undo: %1</source>
            <translation>元に戻す: %1</translation>
        </message>
        <message>
            <source>redo: %1</source>
            <translation>やり直し: %1</translation>
        </message>
        <message>
            <source>Data set</source>
            <translation>データセット</translation>
        </message>
        <message>
            <source>What the network learns from.</source>
            <translation>ネットワークの学習に使うデータです。</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>データフォルダー</translation>
        </message>
        <message>
            <source>Folder with the data set's files; empty looks in the usual places.</source>
            <translation>データセットのファイルがあるフォルダーです。空欄なら通常の場所を探します。</translation>
        </message>
        <message>
            <source>Validation share</source>
            <translation>検証データの割合</translation>
        </message>
        <message>
            <source>Share of the training samples held back to decide with during the run.</source>
            <translation>ラン中の判断に使うために、学習サンプルから取り分けておく割合です。</translation>
        </message>
        <message>
            <source>Random shift</source>
            <translation>ランダムシフト</translation>
        </message>
        <message>
            <source>Largest random shift in pixels; -1 takes the data set's default.</source>
            <translation>ランダムにずらす最大のピクセル数です。-1 ならデータセットの既定値を使います。</translation>
        </message>
        <message>
            <source>Random flip</source>
            <translation>ランダム反転</translation>
        </message>
        <message>
            <source>Mirror half of the images left to right; auto takes the data set's default.</source>
            <translation>画像の半数を左右反転します。「自動」ならデータセットの既定値を使います。</translation>
        </message>
        <message>
            <source>auto</source>
            <translation>自動</translation>
        </message>
        <message>
            <source>on</source>
            <translation>オン</translation>
        </message>
        <message>
            <source>off</source>
            <translation>オフ</translation>
        </message>
        <message>
            <source>Architecture by name, or mlp:WIDTHS such as mlp:300,100.</source>
            <translation>アーキテクチャの名前、または mlp:300,100 のような mlp:WIDTHS です。</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>ドロップアウト</translation>
        </message>
        <message>
            <source>Share of the last hidden activations dropped while training.</source>
            <translation>学習中に、最後の隠れ層の活性をドロップする割合です。</translation>
        </message>
        <message>
            <source>Label smoothing</source>
            <translation>ラベル平滑化</translation>
        </message>
        <message>
            <source>Share of the target that is spread evenly over all classes.</source>
            <translation>教師ラベルのうち、全クラスに均等に配分する割合です。</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>手法</translation>
        </message>
        <message>
            <source>How weights are chosen, cut and revived.</source>
            <translation>重みを選び、除去し、復活させる方法です。</translation>
        </message>
        <message>
            <source>Shape</source>
            <translation>形状</translation>
        </message>
        <message>
            <source>Course of the sparsity between start and end.</source>
            <translation>開始から終了までのスパース率の推移です。</translation>
        </message>
        <message>
            <source>cubic</source>
            <translation>3 次</translation>
        </message>
        <message>
            <source>linear</source>
            <translation>線形</translation>
        </message>
        <message>
            <source>cosine</source>
            <translation>コサイン</translation>
        </message>
        <message>
            <source>exponential</source>
            <translation>指数</translation>
        </message>
        <message>
            <source>constant</source>
            <translation>一定</translation>
        </message>
        <message>
            <source>drawn</source>
            <translation>手描き</translation>
        </message>
        <message>
            <source>Initial sparsity</source>
            <translation>初期スパース率</translation>
        </message>
        <message>
            <source>Share of weights cut at the ramp's start.</source>
            <translation>増加区間の開始時に除去する重みの割合です。</translation>
        </message>
        <message>
            <source>Target sparsity</source>
            <translation>目標スパース率</translation>
        </message>
        <message>
            <source>Share of the prunable weights cut at the ramp's end.</source>
            <translation>増加区間の終了時に除去されている、プルーニング対象の重みの割合です。</translation>
        </message>
        <message>
            <source>Ramp starts</source>
            <translation>ランプ開始</translation>
        </message>
        <message>
            <source>Share of the run after which pruning starts.</source>
            <translation>ラン全体のうち、プルーニングを始める時点の割合です。</translation>
        </message>
        <message>
            <source>Ramp ends</source>
            <translation>ランプ終了</translation>
        </message>
        <message>
            <source>Share of the run after which the target is reached.</source>
            <translation>ラン全体のうち、目標に到達する時点の割合です。</translation>
        </message>
        <message>
            <source>Share of the run after which the mask is frozen: exploration ends, exploitation begins.</source>
            <translation>ラン全体のうち、マスクを凍結する時点の割合です。探索が終わり、活用が始まります。</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>範囲</translation>
        </message>
        <message>
            <source>Rank weights over the whole network, keep the same share of every layer, or share by the Erdos-Renyi-kernel rule.</source>
            <translation>重みをネットワーク全体で順位付けするか、各層で同じ割合を保持するか、Erdos-Renyi-kernel 則で配分します。</translation>
        </message>
        <message>
            <source>global</source>
            <translation>全体</translation>
        </message>
        <message>
            <source>uniform</source>
            <translation>均等</translation>
        </message>
        <message>
            <source>erk</source>
            <translation>ERK</translation>
        </message>
        <message>
            <source>Mask interval</source>
            <translation>マスク更新間隔</translation>
        </message>
        <message>
            <source>Steps between two updates of the mask.</source>
            <translation>マスクを更新してから次に更新するまでのステップ数です。</translation>
        </message>
        <message>
            <source>Fewest kept</source>
            <translation>最小保持数</translation>
        </message>
        <message>
            <source>Weights that every layer keeps, so that none is cut off.</source>
            <translation>どの層も途切れないように、各層で必ず保持する重みの数です。</translation>
        </message>
        <message>
            <source>Recalibrate batch norm</source>
            <translation>バッチ正規化の統計量の再計算</translation>
        </message>
        <message>
            <source>Measure the batch-norm statistics anew at the end, since earlier ones saw other masks.</source>
            <translation>それまでの統計量は別のマスクのものなので、最後にバッチ正規化の統計量を測り直します。</translation>
        </message>
        <message>
            <source>On collapse</source>
            <translation>崩壊したとき</translation>
        </message>
        <message>
            <source>What happens when a layer is pressed down to its fewest, the loss stays at that of guessing, or weights grow tenfold in an epoch: hold the ramp at the present sparsity, stop the run, or note it and go on.</source>
            <translation>ある層が最小の重み数まで減ったとき、損失が当て推量の水準にとどまるとき、または重みが 1 エポックで 10 倍になったときの動作です。現在のスパース率で増加を止める、ランを停止する、記録だけして続ける、のいずれかです。</translation>
        </message>
        <message>
            <source>hold</source>
            <translation>増加を止める</translation>
        </message>
        <message>
            <source>stop</source>
            <translation>停止する</translation>
        </message>
        <message>
            <source>note</source>
            <translation>記録だけする</translation>
        </message>
        <message>
            <source>Rule that moves the weights.</source>
            <translation>重みを更新する規則です。</translation>
        </message>
        <message>
            <source>sgd</source>
            <translation>SGD</translation>
        </message>
        <message>
            <source>adamw</source>
            <translation>AdamW</translation>
        </message>
        <message>
            <source>Largest learning rate of the run.</source>
            <translation>ラン中の最大の学習率です。</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>モメンタム</translation>
        </message>
        <message>
            <source>Share of the last update kept by SGD.</source>
            <translation>SGD で前回の更新を引き継ぐ割合です。</translation>
        </message>
        <message>
            <source>Nesterov</source>
            <translation>Nesterov</translation>
        </message>
        <message>
            <source>Look ahead along the momentum (SGD).</source>
            <translation>モメンタムの方向に先読みします (SGD)。</translation>
        </message>
        <message>
            <source>Weight decay</source>
            <translation>重み減衰</translation>
        </message>
        <message>
            <source>Pull of the weights towards zero.</source>
            <translation>重みを 0 に引き寄せる強さです。</translation>
        </message>
        <message>
            <source>Decay biases too</source>
            <translation>バイアスも減衰</translation>
        </message>
        <message>
            <source>Apply weight decay to biases and batch norm as well.</source>
            <translation>バイアスとバッチ正規化にも重み減衰を適用します。</translation>
        </message>
        <message>
            <source>Beta 1</source>
            <translation>ベータ 1</translation>
        </message>
        <message>
            <source>Decay of AdamW's mean of the gradient.</source>
            <translation>AdamW の勾配の移動平均の減衰率です。</translation>
        </message>
        <message>
            <source>Beta 2</source>
            <translation>ベータ 2</translation>
        </message>
        <message>
            <source>Decay of AdamW's mean of the squared gradient.</source>
            <translation>AdamW の勾配の 2 乗の移動平均の減衰率です。</translation>
        </message>
        <message>
            <source>Epsilon</source>
            <translation>イプシロン</translation>
        </message>
        <message>
            <source>Keeps AdamW from dividing by zero.</source>
            <translation>AdamW でのゼロ除算を防ぎます。</translation>
        </message>
        <message>
            <source>Learning-rate schedule</source>
            <translation>学習率スケジュール</translation>
        </message>
        <message>
            <source>Course of the learning rate over the run.</source>
            <translation>ラン全体での学習率の推移です。</translation>
        </message>
        <message>
            <source>multi_step</source>
            <translation>多段階</translation>
        </message>
        <message>
            <source>Warm-up</source>
            <translation>ウォームアップ</translation>
        </message>
        <message>
            <source>Epochs over which the rate rises from zero.</source>
            <translation>学習率を 0 から上げていくエポック数です。</translation>
        </message>
        <message>
            <source>Gamma</source>
            <translation>ガンマ</translation>
        </message>
        <message>
            <source>Final factor</source>
            <translation>最終係数</translation>
        </message>
        <message>
            <source>Share of the rate at the end of the cosine.</source>
            <translation>コサインの終了時の、学習率に対する割合です。</translation>
        </message>
        <message>
            <source>Passes over the training samples.</source>
            <translation>学習サンプル全体を繰り返す回数です。</translation>
        </message>
        <message>
            <source>Batch size</source>
            <translation>バッチサイズ</translation>
        </message>
        <message>
            <source>Samples per step.</source>
            <translation>1 ステップあたりのサンプル数です。</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>シード</translation>
        </message>
        <message>
            <source>Start of all random numbers; the same seed gives the same run.</source>
            <translation>すべての乱数の初期値です。同じシードなら同じランになります。</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>スレッド数</translation>
        </message>
        <message>
            <source>Processor threads for training; 0 takes all.</source>
            <translation>学習に使うプロセッサーのスレッド数です。0 ならすべて使います。</translation>
        </message>
        <message>
            <source>Dense</source>
            <translation>密</translation>
        </message>
        <message>
            <source>Plain training without pruning, to compare with.</source>
            <translation>比較用の、プルーニングなしの通常の学習です。</translation>
        </message>
        <message>
            <source>DPF</source>
            <translation>DPF</translation>
        </message>
        <message>
            <source>Dynamic pruning with feedback (Lin et al. 2020): pruned weights learn at full strength.</source>
            <translation>フィードバック付き動的プルーニング (Lin et al. 2020)。プルーニングされた重みも通常の強さで学習を続けます。</translation>
        </message>
        <message>
            <source>GMP</source>
            <translation>GMP</translation>
        </message>
        <message>
            <source>Gradual magnitude pruning (Zhu &amp; Gupta 2017): a weight that is cut is set to zero and stays cut.</source>
            <translation>重みの大きさに基づく段階的プルーニング (Zhu &amp; Gupta 2017)。除去された重みは 0 になり、復活しません。</translation>
        </message>
        <message>
            <source>Keep values of cut weights</source>
            <translation>除去した重みの値を残す</translation>
        </message>
        <message>
            <source>A cut weight keeps its value and can come back as the kept ones shrink; off: it is set to zero and stays cut, as published.</source>
            <translation>除去された重みが値を保ち、保持された重みが小さくなると復活できます。オフでは論文どおり 0 になり、復活しません。</translation>
        </message>
        <message>
            <source>MAP</source>
            <translation>MAP</translation>
        </message>
        <message>
            <source>Magnitude attention-based dynamic pruning (Back, Ahn &amp; Kim 2023): pruned weights keep learning, more faintly as sparsity rises, and can come back until the mask is frozen.</source>
            <translation>絶対値の注意に基づく動的プルーニング (Back, Ahn &amp; Kim 2023)。プルーニングされた重みも、スパース率が上がるにつれて弱く学習を続け、マスクが凍結されるまで復活できます。</translation>
        </message>
        <message>
            <source>Attention strength</source>
            <translation>注意強度</translation>
        </message>
        <message>
            <source>How fast the attention floor b = (1 - p)^z falls as sparsity p rises.</source>
            <translation>スパース率 p の上昇に伴い、注意の下限 b = (1 - p)^z が下がる速さです。</translation>
        </message>
        <message>
            <source>Strength by layer</source>
            <translation>層ごとの強度</translation>
        </message>
        <message>
            <source>Strengths that differ, such as conv1=0.5,fc1=2.</source>
            <translation>層ごとに異なる強度です (例: conv1=0.5,fc1=2)。</translation>
        </message>
        <message>
            <source>Normalisation</source>
            <translation>正規化</translation>
        </message>
        <message>
            <source>Divide attention by its mean over the layer's kept weights, so that the layer does not shrink as a whole.</source>
            <translation>層全体が縮まないように、注意をその層で保持されている重みの平均で割ります。</translation>
        </message>
        <message>
            <source>kept_mean</source>
            <translation>保持分の平均</translation>
        </message>
        <message>
            <source>Forward attention</source>
            <translation>順伝播の注意</translation>
        </message>
        <message>
            <source>Multiply the kept weights by their attention in the forward pass too.</source>
            <translation>順伝播でも、保持された重みに注意を掛けます。</translation>
        </message>
        <message>
            <source>Gradient of pruned weights</source>
            <translation>プルーニング済みの重みの勾配</translation>
        </message>
        <message>
            <source>What a pruned weight's gradient is multiplied by while exploring: its attention up to 1, the floor b, or 0.</source>
            <translation>探索中に、プルーニングされた重みの勾配に掛ける値です。注意 (最大 1)、下限 b、0 のいずれかです。</translation>
        </message>
        <message>
            <source>Exploration interval</source>
            <translation>探索の間隔</translation>
        </message>
        <message>
            <source>Pruned weights learn in every so many steps and stand still between; 1 lets them learn in every step, which can take a network with batch norm apart.</source>
            <translation>プルーニングされた重みは、このステップ数ごとに 1 回だけ学習し、その間は動きません。1 では毎ステップ学習しますが、バッチ正規化のあるネットワークが崩壊することがあります。</translation>
        </message>
        <message>
            <source>Attention cap</source>
            <translation>注意の上限</translation>
        </message>
        <message>
            <source>Most that attention may multiply a weight and its gradient by; 0 for no cap, 2 where a high learning rate diverges.</source>
            <translation>重みとその勾配に注意が掛けられる最大の倍率です。0 は上限なし。高い学習率で発散する場合は 2 にします。</translation>
        </message>
        <message>
            <source>attention</source>
            <translation>注意</translation>
        </message>
        <message>
            <source>floor</source>
            <translation>下限</translation>
        </message>
        <message>
            <source>Two 5x5 convolutions of 20 and 50 filters, 500 hidden units: the LeNet-5 of the pruning literature.</source>
            <translation>フィルター数 20 と 50 の 5x5 畳み込み 2 層と隠れユニット 500 個。プルーニングの文献で使われる LeNet-5 です。</translation>
        </message>
        <message>
            <source>Dense layers of 300 and 100 units (LeCun et al. 1998).</source>
            <translation>300 と 100 ユニットの全結合層です (LeCun et al. 1998)。</translation>
        </message>
        <message>
            <source>Dense layers of the given widths, such as mlp:300,100.</source>
            <translation>指定した幅の全結合層です (例: mlp:300,100)。</translation>
        </message>
        <message>
            <source>CIFAR residual network with parameter-free shortcuts (He et al. 2016, option A).</source>
            <translation>パラメーターなしのショートカットを持つ CIFAR 用残差ネットワークです (He et al. 2016、オプション A)。</translation>
        </message>
        <message>
            <source>The same at any depth N = 6n+2: resnet-8, resnet-32, resnet-56 …</source>
            <translation>任意の深さ N = 6n+2 の同じネットワークです: resnet-8、resnet-32、resnet-56 …</translation>
        </message>
        <message>
            <source>The same with 1x1 convolutions as shortcuts where the shape changes (option B).</source>
            <translation>形状が変わる箇所のショートカットに 1x1 畳み込みを使う同じネットワークです (オプション B)。</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>学習率</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>オプティマイザー</translation>
        </message>
        <message>
            <source>Freeze</source>
            <translation>凍結</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>none</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>the ramp cannot start before step 0</source>
            <translation>ランプはステップ 0 より前には開始できません</translation>
        </message>
        <message>
            <source>the mask cannot be frozen before step 0</source>
            <translation>マスクはステップ 0 より前には凍結できません</translation>
        </message>
        <message>
            <source>a drawn curve needs at least two knots</source>
            <translation>手描きの曲線には 2 個以上の制御点が必要です</translation>
        </message>
        <message>
            <source>a drawn curve may have at most 1000 knots</source>
            <translation>手描きの曲線の制御点は 1000 個までです</translation>
        </message>
        <message>
            <source>the knots must run from position 0 to 1</source>
            <translation>制御点の位置は 0 から 1 まででなければなりません</translation>
        </message>
        <message>
            <source>the knots' positions must rise</source>
            <translation>制御点の位置は増加していなければなりません</translation>
        </message>
        <message>
            <source>the knots' sparsity must not fall</source>
            <translation>制御点のスパース率は減少してはいけません</translation>
        </message>
        <message>
            <source>the first and last knot must be the initial sparsity and the target</source>
            <translation>最初と最後の制御点は、初期スパース率と目標に一致しなければなりません</translation>
        </message>
        <message>
            <source>Lower schedule.target or pruning.min_keep.</source>
            <translation>schedule.target または pruning.min_keep を下げてください。</translation>
        </message>
        <message>
            <source>is set twice</source>
            <translation>が 2 回設定されています</translation>
        </message>
        <message>
            <source>Give its options in braces, as the config.json of a run does.</source>
            <translation>ランの config.json と同じように、オプションを波かっこの中に指定してください。</translation>
        </message>
        <message>
            <source>Choose a smaller network.</source>
            <translation>より小さいネットワークを選んでください。</translation>
        </message>
        <message>
            <source>Another program changed it: try again when that has finished.</source>
            <translation>別のプログラムがファイルを変更しました。終了してから、もう一度試してください。</translation>
        </message>
        <message>
            <source>It was not copied whole, or was made to mislead: take it from its source again.</source>
            <translation>コピーが不完全か、偽装されたファイルです。元の場所から取得し直してください。</translation>
        </message>
        <message>
            <source>The disk reported an error: check it, and use a copy on another one.</source>
            <translation>ディスクがエラーを報告しました。ディスクを確認し、別のディスク上のコピーを使ってください。</translation>
        </message>
        <message>
            <source>Too many files are open: close other programs or raise the limit.</source>
            <translation>開いているファイルが多すぎます。ほかのプログラムを閉じるか、上限を上げてください。</translation>
        </message>
        <message>
            <source>There is not enough memory: close other programs and try again.</source>
            <translation>メモリが足りません。ほかのプログラムを閉じて、もう一度試してください。</translation>
        </message>
        <message>
            <source>Leave one of the two out.</source>
            <translation>どちらか一方を削除してください。</translation>
        </message>
        <message>
            <source>Give each layer once.</source>
            <translation>各層は 1 回だけ指定してください。</translation>
        </message>
        <message>
            <source>Give a schedule.end from schedule.start on.</source>
            <translation>schedule.end には schedule.start 以降の値を指定してください。</translation>
        </message>
        <message>
            <source>Raise schedule.target or lower schedule.initial.</source>
            <translation>schedule.target を上げるか、schedule.initial を下げてください。</translation>
        </message>
        <message>
            <source>Change schedule.knots or choose another schedule.shape.</source>
            <translation>schedule.knots を変更するか、別の schedule.shape を選んでください。</translation>
        </message>
        <message>
            <source>Change schedule.initial, schedule.target, schedule.start or schedule.end.</source>
            <translation>schedule.initial、schedule.target、schedule.start または schedule.end を変更してください。</translation>
        </message>
        <message>
            <source>The target would not be reached. Freeze at the ramp's end or later.</source>
            <translation>目標に到達しません。増加区間の終了時かそれより後に凍結してください。</translation>
        </message>
        <message>
            <source>are not rising shares of the run</source>
            <translation>ラン全体に対する、増加していく割合ではありません</translation>
        </message>
        <message>
            <source>Give numbers between 0 and 1 in rising order.</source>
            <translation>0 と 1 の間の数を昇順に指定してください。</translation>
        </message>
        <message>
            <source>the warm-up is longer than the run</source>
            <translation>ウォームアップがランより長くなっています</translation>
        </message>
        <message>
            <source>Give fewer warm-up epochs or more epochs.</source>
            <translation>ウォームアップのエポックを減らすか、エポック数を増やしてください。</translation>
        </message>
        <message>
            <source>Nesterov's method needs a momentum</source>
            <translation>Nesterov の方法にはモメンタムが必要です</translation>
        </message>
        <message>
            <source>Set optimizer.momentum above 0 or switch nesterov off.</source>
            <translation>optimizer.momentum を 0 より大きくするか、nesterov をオフにしてください。</translation>
        </message>
        <message>
            <source>the run has ended</source>
            <translation>ランは終了しています</translation>
        </message>
        <message>
            <source>the run is stopping</source>
            <translation>ランは停止処理中です</translation>
        </message>
        <message>
            <source>there is no room for more records until those that wait can be written: %1</source>
            <translation>待機中の記録を書き込めるまで、これ以上の記録を保持できません: %1</translation>
        </message>
        <message>
            <source>The weights of step %1 were saved as %2.</source>
            <translation>ステップ %1 の重みを %2 に保存しました。</translation>
        </message>
        <message>
            <source>The run folder was renamed: it is %1 now.</source>
            <translation>ランのフォルダーの名前が変更されました: 現在は %1 です。</translation>
        </message>
        <message>
            <source>The run was moved: its folder is %1 now. It holds the records from step %2 on: the earlier ones could not be read from %3.</source>
            <translation>ランを別の場所に保存しました: 現在のフォルダーは %1 です。含まれるのはステップ %2 以降の記録です: それより前の記録は %3 から読み込めませんでした。</translation>
        </message>
        <message>
            <source>The run was moved: its folder is %1 now. It holds none of the earlier records: they could not be read from %2.</source>
            <translation>ランを別の場所に保存しました: 現在のフォルダーは %1 です。以前の記録は含まれません: %2 から読み込めませんでした。</translation>
        </message>
        <message>
            <source>The run was moved: its folder is %1 now.</source>
            <translation>ランを別の場所に保存しました: 現在のフォルダーは %1 です。</translation>
        </message>
        <message>
            <source>The weights were saved as %1, since they could not be saved where they belong: %2</source>
            <translation>重みを %1 に保存しました。本来の場所に保存できませんでした: %2</translation>
        </message>
        <message>
            <source>The weights could not be saved anywhere: %1</source>
            <translation>重みをどこにも保存できませんでした: %1</translation>
        </message>
        <message>
            <source>The end of the run could not be recorded: %1</source>
            <translation>ランの終了を記録できませんでした: %1</translation>
        </message>
        <message>
            <source>the records that waited were written</source>
            <translation>待機中の記録を書き込みました</translation>
        </message>
        <message>
            <source>this run is not kept in a folder</source>
            <translation>このランはフォルダーに保存されていません</translation>
        </message>
        <message>
            <source>was removed or replaced while the run was recorded into it</source>
            <translation>ランの記録中に削除されたか、置き換えられました</translation>
        </message>
        <message>
            <source>Save the run elsewhere: what it has recorded is still held.</source>
            <translation>ランを別の場所に保存してください。これまでの記録はまだ保持されています。</translation>
        </message>
        <message>
            <source>the folder of the run is not there any more</source>
            <translation>ランのフォルダーがなくなっています</translation>
        </message>
        <message>
            <source>Save the run elsewhere.</source>
            <translation>ランを別の場所に保存してください。</translation>
        </message>
        <message>
            <source>The weights were not saved: some of them are not finite numbers.</source>
            <translation>重みは保存しませんでした: 有限でない値が含まれています。</translation>
        </message>
        <message>
            <source>the run is paused already</source>
            <translation>ランはすでに一時停止中です</translation>
        </message>
        <message>
            <source>the run is not paused</source>
            <translation>ランは一時停止していません</translation>
        </message>
        <message>
            <source>the mask is frozen already</source>
            <translation>マスクはすでに凍結されています</translation>
        </message>
        <message>
            <source>the mask is not frozen</source>
            <translation>マスクは凍結されていません</translation>
        </message>
        <message>
            <source>the method dense prunes nothing, so there is no schedule to edit</source>
            <translation>手法 dense はプルーニングをしないため、編集できるスケジュールがありません</translation>
        </message>
        <message>
            <source>the method dense prunes nothing, so there is no mask to freeze</source>
            <translation>手法 dense はプルーニングをしないため、凍結できるマスクがありません</translation>
        </message>
        <message>
            <source>the method dense prunes nothing, so there is nothing to preview</source>
            <translation>手法 dense はプルーニングをしないため、プレビューできるものがありません</translation>
        </message>
        <message>
            <source>the session was closed</source>
            <translation>セッションは閉じられました</translation>
        </message>
        <message>
            <source>Close some programs, or raise the limit of open files.</source>
            <translation>ほかのプログラムを閉じるか、開けるファイル数の上限を上げてください。</translation>
        </message>
        <message>
            <source>Set HOME to your home folder, or name the folder to use: --out or --workspace.</source>
            <translation>HOME にホームフォルダーを設定するか、使うフォルダーを --out または --workspace で指定してください。</translation>
        </message>
        <message>
            <source>is not set, and this user has no home folder</source>
            <translation>設定されておらず、このユーザーにはホームフォルダーがありません</translation>
        </message>
        <message>
            <source>%1 is not a folder</source>
            <translation>%1 はフォルダーではありません</translation>
        </message>
        <message>
            <source>interrupted in the terminal</source>
            <translation>ターミナルで中断されました</translation>
        </message>
        <message>
            <source>the program was asked to end</source>
            <translation>プログラムの終了が要求されました</translation>
        </message>
        <message>
            <source>the window was closed</source>
            <translation>ウィンドウが閉じられました</translation>
        </message>
        <message>
            <source>this layer cannot be arranged so</source>
            <translation>この層はそのように配置できません</translation>
        </message>
        <message>
            <source>the first weights are cut at this step; the network before it was measured</source>
            <translation>このステップで最初の重みを除去します。その前のネットワークを評価しました</translation>
        </message>
        <message>
            <source>the mask was still moving; it was chosen once more for the sparsity of the last step</source>
            <translation>マスクがまだ変化していたため、最後のステップのスパース率に合わせてもう一度選びました</translation>
        </message>
        <message>
            <source>batch norm's statistics were measured anew over the training samples</source>
            <translation>学習サンプル全体でバッチ正規化の統計量を測り直しました</translation>
        </message>
        <message>
            <source>there is not enough memory for this network and batch size</source>
            <translation>このネットワークとバッチサイズにはメモリが足りません</translation>
        </message>
        <message>
            <source>the training diverged: its loss is not a finite number</source>
            <translation>学習が発散しました (損失が有限の数ではありません)</translation>
        </message>
        <message>
            <source>the training diverged: there are values that are not finite numbers</source>
            <translation>学習が発散しました (有限の数でない値があります)</translation>
        </message>
        <message>
            <source>the training loss has been above %1 for %2 steps in a row, as high as of a network that guesses</source>
            <translation>学習損失が %2 ステップ続けて %1 を超え、当て推量のネットワークと同じ高さです</translation>
        </message>
        <message>
            <source>the mask leaves layers with their fewest weights: %1</source>
            <translation>マスクにより最小の重み数まで減った層があります: %1</translation>
        </message>
        <message>
            <source>the largest weight of layer %1 has grown from %2 to %3 within an epoch</source>
            <translation>層 %1 の最大の重みが 1 エポック以内に %2 から %3 に増えました</translation>
        </message>
        <message>
            <source>the answers cannot be told from guessing: %1 of %2 test samples are right, and always naming the most frequent class gives %3</source>
            <translation>予測は当て推量と区別できません: テストサンプル %2 件のうち正解は %1 件で、最も多いクラスだけを答えても %3 件です</translation>
        </message>
        <message>
            <source>a cap of %1 is below 1</source>
            <translation>上限 %1 は 1 未満です</translation>
        </message>
        <message>
            <source>Attention is 1 in the mean: give 1 or more, such as 2, or 0 for no cap.</source>
            <translation>注意の平均は 1 です。1 以上 (例: 2)、または上限なしの 0 を入力してください。</translation>
        </message>
        <message>
            <source>Lower optimizer.learning_rate or give learning_rate.warmup_epochs; what was recorded until here is kept.</source>
            <translation>optimizer.learning_rate を下げるか、learning_rate.warmup_epochs を指定してください。ここまでの記録は残っています。</translation>
        </message>
        <message>
            <source>this method has no attention strength</source>
            <translation>この手法には注意強度がありません</translation>
        </message>
        <message>
            <source>Choose the method map to set one.</source>
            <translation>設定するには、手法 map を選んでください。</translation>
        </message>
        <message>
            <source>Give a number above 0 up to 100.</source>
            <translation>0 より大きく 100 以下の数を指定してください。</translation>
        </message>
        <message>
            <source>Give for example conv1=0.5,fc1=2.</source>
            <translation>例: conv1=0.5,fc1=2</translation>
        </message>
        <message>
            <source>Leave it out.</source>
            <translation>指定しないでください。</translation>
        </message>
        <message>
            <source>true or false</source>
            <translation>true または false</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>テキスト</translation>
        </message>
        <message>
            <source>Give true or false.</source>
            <translation>true または false を指定してください。</translation>
        </message>
        <message>
            <source>Give a text.</source>
            <translation>テキストを指定してください。</translation>
        </message>
        <message>
            <source>Give a number between 0 and 1.</source>
            <translation>0 と 1 の間の数を指定してください。</translation>
        </message>
        <message>
            <source>Give auto, on or off.</source>
            <translation>auto、on、off のいずれかを指定してください。</translation>
        </message>
        <message>
            <source>Give for example [[0, 0], [0.5, 0.8], [1, 0.95]].</source>
            <translation>例: [[0, 0], [0.5, 0.8], [1, 0.95]]</translation>
        </message>
        <message>
            <source>Give for example {"z": 1}.</source>
            <translation>例: {"z": 1}</translation>
        </message>
        <message>
            <source>is not a list of at most 1000 [position, sparsity] pairs</source>
            <translation>[位置, スパース率] の組 1000 個以下のリストではありません</translation>
        </message>
        <message>
            <source>is not an object of plain values</source>
            <translation>単純な値のオブジェクトではありません</translation>
        </message>
        <message>
            <source>is not a JSON object</source>
            <translation>JSON オブジェクトではありません</translation>
        </message>
        <message>
            <source>nests deeper than 16 levels</source>
            <translation>入れ子が 16 段を超えています</translation>
        </message>
        <message>
            <source>It is no configuration.</source>
            <translation>設定ファイルではありません。</translation>
        </message>
        <message>
            <source>Mend the file at that position.</source>
            <translation>ファイルのその位置を修正してください。</translation>
        </message>
        <message>
            <source>Start from the config.json of a run.</source>
            <translation>ランの config.json を元にしてください。</translation>
        </message>
        <message>
            <source>The record was damaged, or another program wrote it.</source>
            <translation>記録が壊れたか、別のプログラムが書き込みました。</translation>
        </message>
        <message>
            <source>Choose a network for smaller images, such as mlp:300,100.</source>
            <translation>mlp:300,100 のような、小さい画像向けのネットワークを選んでください。</translation>
        </message>
        <message>
            <source>the test samples are the training samples: a test on them would say nothing</source>
            <translation>テストサンプルが学習サンプルと同じなので、テストの意味がありません</translation>
        </message>
        <message>
            <source>One file was copied under both names: put the right one in its place.</source>
            <translation>1 つのファイルが両方の名前でコピーされています。正しいファイルに置き換えてください。</translation>
        </message>
        <message>
            <source>The file belongs to another data set.</source>
            <translation>ファイルは別のデータセットのものです。</translation>
        </message>
        <message>
            <source>The file is damaged or belongs to another data set.</source>
            <translation>ファイルが壊れているか、別のデータセットのものです。</translation>
        </message>
        <message>
            <source>The two files do not belong together: check their names.</source>
            <translation>2 つのファイルが対応していません。名前を確認してください。</translation>
        </message>
        <message>
            <source>The file is incomplete: copy or download it again.</source>
            <translation>ファイルが不完全です。コピーまたはダウンロードし直してください。</translation>
        </message>
        <message>
            <source>Check that it is the right file under the right name.</source>
            <translation>正しい名前の正しいファイルか確認してください。</translation>
        </message>
        <message>
            <source>The files of images and labels are mixed up: give each its own name.</source>
            <translation>画像とラベルのファイルが入れ替わっています。それぞれ正しい名前にしてください。</translation>
        </message>
        <message>
            <source>The file is empty, damaged or no data set that this program reads.</source>
            <translation>ファイルが空か、壊れているか、このプログラムで読めるデータセットではありません。</translation>
        </message>
        <message>
            <source>The file is damaged or too large for this program.</source>
            <translation>ファイルが壊れているか、このプログラムには大きすぎます。</translation>
        </message>
        <message>
            <source>The file is damaged, or was put together from several: copy or download it again.</source>
            <translation>ファイルが壊れているか、複数のファイルがつながっています。コピーまたはダウンロードし直してください。</translation>
        </message>
        <message>
            <source>Unpack the file first.</source>
            <translation>先にファイルを展開してください。</translation>
        </message>
        <message>
            <source>cannot be unpacked: zlib has no memory</source>
            <translation>展開できません。zlib のメモリが足りません</translation>
        </message>
        <message>
            <source>Close other programs and try again.</source>
            <translation>他のプログラムを閉じて、もう一度試してください。</translation>
        </message>
        <message>
            <source>Copy or download the file again.</source>
            <translation>ファイルをコピーまたはダウンロードし直してください。</translation>
        </message>
        <message>
            <source>Something was appended to the file: copy or download it again.</source>
            <translation>ファイルの末尾に余分なデータがあります。コピーまたはダウンロードし直してください。</translation>
        </message>
        <message>
            <source>Check that the image files are the right ones.</source>
            <translation>画像ファイルが正しいか確認してください。</translation>
        </message>
        <message>
            <source>Name the folder that holds the files (data_dir, --data-dir DIR).</source>
            <translation>ファイルのあるフォルダーを指定してください (data_dir、--data-dir DIR)。</translation>
        </message>
        <message>
            <source>Install the package dataset-fashion-mnist, or name the folder that holds the files (data_dir, --data-dir DIR).</source>
            <translation>パッケージ dataset-fashion-mnist をインストールするか、ファイルのあるフォルダーを指定してください (data_dir、--data-dir DIR)。</translation>
        </message>
        <message>
            <source>Grey 28 x 28 pictures of ten kinds of clothing, 60,000 to train and 10,000 to test.</source>
            <translation>10 種類の衣類の 28 x 28 グレー画像です。学習用 60,000 枚、テスト用 10,000 枚。</translation>
        </message>
        <message>
            <source>MNIST</source>
            <translation>MNIST</translation>
        </message>
        <message>
            <source>Fashion-MNIST</source>
            <translation>Fashion-MNIST</translation>
        </message>
        <message>
            <source>The disk reported an error.</source>
            <translation>ディスクがエラーを報告しました。</translation>
        </message>
        <message>
            <source>is not a regular file</source>
            <translation>通常のファイルではありません</translation>
        </message>
        <message>
            <source>Name a file, not a folder or a device.</source>
            <translation>フォルダーやデバイスではなく、ファイルを指定してください。</translation>
        </message>
        <message>
            <source>It is not the file that belongs here; check its name.</source>
            <translation>ここに置くべきファイルではありません。名前を確認してください。</translation>
        </message>
        <message>
            <source>is a file, not a folder</source>
            <translation>フォルダーではなくファイルです</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>別のフォルダーを選んでください。</translation>
        </message>
        <message>
            <source>Check that the path is right and that you may use it.</source>
            <translation>パスが正しく、アクセスできることを確認してください。</translation>
        </message>
        <message>
            <source>The disk is full: free some space or choose another folder.</source>
            <translation>ディスクがいっぱいです。空きを作るか、別のフォルダーを選んでください。</translation>
        </message>
        <message>
            <source>The file would be larger than this system allows here: raise the limit.</source>
            <translation>ファイルがこのシステムの上限を超えます。上限を上げてください。</translation>
        </message>
        <message>
            <source>Choose a folder that you may write to.</source>
            <translation>書き込めるフォルダーを選んでください。</translation>
        </message>
        <message>
            <source>Choose a folder that you may write to, on a disk with space.</source>
            <translation>空きのあるディスク上の、書き込めるフォルダーを選んでください。</translation>
        </message>
        <message>
            <source>the file would be larger than this system allows</source>
            <translation>ファイルがこのシステムの上限を超えます</translation>
        </message>
        <message>
            <source>the disk is full</source>
            <translation>ディスクがいっぱいです</translation>
        </message>
        <message>
            <source>Free some space, or record in another folder. What was recorded before is kept.</source>
            <translation>空きを作るか、別のフォルダーに記録してください。それまでの記録は残っています。</translation>
        </message>
        <message>
            <source>Change its permissions, or use a folder that you may write to.</source>
            <translation>アクセス権を変更するか、書き込めるフォルダーを使ってください。</translation>
        </message>
        <message>
            <source>another program has locked it</source>
            <translation>別のプログラムがロックしています</translation>
        </message>
        <message>
            <source>Close the other program, or try again when it has finished.</source>
            <translation>そのプログラムを閉じるか、終了してからもう一度試してください。</translation>
        </message>
        <message>
            <source>Restore the run folder from a copy if there is one.</source>
            <translation>コピーがあれば、ランのフォルダーを復元してください。</translation>
        </message>
        <message>
            <source>the file is not a database, or its beginning is damaged</source>
            <translation>ファイルがデータベースではないか、先頭が壊れています</translation>
        </message>
        <message>
            <source>Restore the run folder from a copy; config.json and final.weights beside it do not depend on it.</source>
            <translation>ランのフォルダーをコピーから復元してください。隣の config.json と final.weights には影響ありません。</translation>
        </message>
        <message>
            <source>Check that it exists and that you may use it and its folder.</source>
            <translation>存在し、ファイルとフォルダーにアクセスできることを確認してください。</translation>
        </message>
        <message>
            <source>Copy the run folder to another disk and try there.</source>
            <translation>ランのフォルダーを別のディスクにコピーし、そこで試してください。</translation>
        </message>
        <message>
            <source>reading it takes more work than a sound file of its size</source>
            <translation>この大きさの正常なファイルより、読み込みに手間がかかりすぎます</translation>
        </message>
        <message>
            <source>It is damaged, or was made to mislead: restore the run folder from a copy.</source>
            <translation>壊れているか、細工されています。ランのフォルダーをコピーから復元してください。</translation>
        </message>
        <message>
            <source>there is not enough memory</source>
            <translation>メモリが足りません</translation>
        </message>
        <message>
            <source>The file was damaged, or another program wrote it.</source>
            <translation>ファイルが壊れたか、別のプログラムが書き込みました。</translation>
        </message>
        <message>
            <source>Check that it exists and that you may use it.</source>
            <translation>存在し、アクセスできることを確認してください。</translation>
        </message>
        <message>
            <source>another program is recording a run here</source>
            <translation>別のプログラムがここにランを記録しています</translation>
        </message>
        <message>
            <source>Wait until it has finished, or name another folder.</source>
            <translation>終了するまで待つか、別のフォルダーを指定してください。</translation>
        </message>
        <message>
            <source>was not recorded</source>
            <translation>記録されていません</translation>
        </message>
        <message>
            <source>config of the run: taken from config.json instead</source>
            <translation>ランの設定: 代わりに config.json から読み込みました</translation>
        </message>
        <message>
            <source>there is no such folder</source>
            <translation>そのフォルダーはありません</translation>
        </message>
        <message>
            <source>Name the folder of a run; `list` shows them.</source>
            <translation>ランのフォルダーを指定してください。`list` で一覧できます。</translation>
        </message>
        <message>
            <source>holds no recorded run: run.db is missing</source>
            <translation>記録されたランがありません。run.db が見つかりません</translation>
        </message>
        <message>
            <source>Name the folder of a run, or restore run.db from a copy.</source>
            <translation>ランのフォルダーを指定するか、run.db をコピーから復元してください。</translation>
        </message>
        <message>
            <source>Restore the run folder from a copy.</source>
            <translation>ランのフォルダーをコピーから復元してください。</translation>
        </message>
        <message>
            <source>cannot list the folder: %1</source>
            <translation>フォルダーの一覧を取得できません: %1</translation>
        </message>
        <message>
            <source>cannot remove the file: %1</source>
            <translation>ファイルを削除できません: %1</translation>
        </message>
        <message>
            <source>cannot get random numbers: %1</source>
            <translation>乱数を取得できません: %1</translation>
        </message>
        <message>
            <source>holds %1 bytes, more than the weights of this network take</source>
            <translation>%1 バイトあり、このネットワークの重みより大きすぎます</translation>
        </message>
        <message>
            <source>%1: %2, so it was not read</source>
            <translation>%1: %2。そのため読み込みませんでした</translation>
        </message>
        <message>
            <source>'%1' is half a condition: what it asks for is missing</source>
            <translation>「%1」は条件の途中です: 値がありません</translation>
        </message>
        <message>
            <source>'%1': %2 is a text, so ask by ':' or '='</source>
            <translation>「%1」: %2 は文字列なので、「:」か「=」を使ってください</translation>
        </message>
        <message>
            <source>'%1': '%2' is not a number</source>
            <translation>「%1」: 「%2」は数値ではありません</translation>
        </message>
        <message>
            <source>'%1': a run is running, finished, stopped, failed, cut off or unreadable</source>
            <translation>「%1」: ランの状態は running、finished、stopped、failed、cut off、unreadable のいずれかです</translation>
        </message>
        <message>
            <source>there is no field '%1': '%2' is looked for as a text</source>
            <translation>「%1」という項目はないため、「%2」を文字列として探しています</translation>
        </message>
        <message>
            <source>Delete label.json from the run's folder, or name the run again.</source>
            <translation>ランのフォルダーから label.json を削除するか、ランに名前を付け直してください。</translation>
        </message>
        <message>
            <source>the name of the run cannot be read: %1</source>
            <translation>ランの名前を読み込めません: %1</translation>
        </message>
        <message>
            <source>%1: %2; run.db was read without it</source>
            <translation>%1: %2。run.db はこれなしで読み込みました</translation>
        </message>
        <message>
            <source>holds '%1', which is not a file of a report; nothing in it was changed</source>
            <translation>レポートのファイルではない「%1」があります。何も変更していません</translation>
        </message>
        <message>
            <source>changes more than %1 bytes of the database</source>
            <translation>データベースの %1 バイトを超える部分を変更しようとしています</translation>
        </message>
        <message>
            <source>holds other files, such as '%1'</source>
            <translation>「%1」など、ほかのファイルがあります</translation>
        </message>
        <message>
            <source>the name %1 is not text in UTF-8, and could not be recorded as it is</source>
            <translation>名前 %1 は UTF-8 のテキストではないため、そのまま記録できません</translation>
        </message>
        <message>
            <source>there are more than %1 rows; no run has so many</source>
            <translation>行数が %1 を超えています。正常なランではあり得ません</translation>
        </message>
        <message>
            <source>is a link, where a file belongs</source>
            <translation>ファイルがあるべき場所にリンクがあります</translation>
        </message>
        <message>
            <source>Put the file itself in its place: links in a run folder are not followed.</source>
            <translation>リンクの代わりにファイルそのものを置いてください。ランのフォルダー内のリンクはたどりません。</translation>
        </message>
        <message>
            <source>is not the name of a file</source>
            <translation>ファイルの名前ではありません</translation>
        </message>
        <message>
            <source>Name a file.</source>
            <translation>ファイルを指定してください。</translation>
        </message>
        <message>
            <source>the folder has no name</source>
            <translation>フォルダーの名前がありません</translation>
        </message>
        <message>
            <source>Name a folder.</source>
            <translation>フォルダーを指定してください。</translation>
        </message>
        <message>
            <source>is a link to another place, where a folder belongs</source>
            <translation>フォルダーがあるべき場所に、別の場所へのリンクがあります</translation>
        </message>
        <message>
            <source>Name the folder that it leads to, or remove the link: nothing is written through links.</source>
            <translation>リンク先のフォルダーを指定するか、リンクを削除してください。リンクを通して書き込むことはありません。</translation>
        </message>
        <message>
            <source>holds files that are not a report of this run; nothing in it was changed</source>
            <translation>このランのレポートではないファイルがあります。何も変更していません</translation>
        </message>
        <message>
            <source>Name a folder that is new or empty, or the one of an earlier report of the same run.</source>
            <translation>新しいフォルダーか空のフォルダー、または同じランの以前のレポートのフォルダーを指定してください。</translation>
        </message>
        <message>
            <source>is there already and is not a report of this run; it was not changed</source>
            <translation>すでにあり、このランのレポートではありません。変更していません</translation>
        </message>
        <message>
            <source>Choose another folder, or move the file away.</source>
            <translation>別のフォルダーを選ぶか、そのファイルを移動してください。</translation>
        </message>
        <message>
            <source>names another file that it belongs to, which is left alone, so the change is not undone</source>
            <translation>関係する別のファイルの名前を含んでいます。そのファイルには触れないため、変更は元に戻していません</translation>
        </message>
        <message>
            <source>No run leaves such a file: restore the run folder from a copy, or remove run.db-journal if you know that run.db is whole.</source>
            <translation>ランがこのようなファイルを残すことはありません。ランのフォルダーをコピーから復元するか、run.db が完全だと分かっている場合は run.db-journal を削除してください。</translation>
        </message>
        <message>
            <source>Name a folder that is new or empty: a run is kept apart from other files.</source>
            <translation>新しいフォルダーか空のフォルダーを指定してください。ランはほかのファイルと分けて保存されます。</translation>
        </message>
        <message>
            <source>already holds a config.json of something else</source>
            <translation>別の config.json がすでにあります</translation>
        </message>
        <message>
            <source>Name a folder that is new or empty, or move the file away.</source>
            <translation>新しいフォルダーか空のフォルダーを指定するか、そのファイルを移動してください。</translation>
        </message>
        <message>
            <source>its run.db-wal is missing: if run.db was copied alone while the run was recorded, what was recorded last is not in it</source>
            <translation>run.db-wal がありません。記録中に run.db だけをコピーした場合、最後の記録は含まれていません</translation>
        </message>
        <message>
            <source>is empty, and its run.db-wal is missing</source>
            <translation>空で、run.db-wal もありません</translation>
        </message>
        <message>
            <source>It was copied alone while the run was recorded: copy run.db-wal, too, or the whole folder.</source>
            <translation>記録中にこのファイルだけがコピーされました。run.db-wal も、またはフォルダー全体をコピーしてください。</translation>
        </message>
        <message>
            <source>Rename the folder, or make a link to it with a plain name and give that.</source>
            <translation>フォルダーの名前を変えるか、普通の名前のリンクを作り、それを指定してください。</translation>
        </message>
        <message>
            <source>Name a folder that is new or empty.</source>
            <translation>新しいフォルダーか空のフォルダーを指定してください。</translation>
        </message>
        <message>
            <source>Restore the run folder from a copy: links, pipes and devices in it are not followed.</source>
            <translation>ランのフォルダーをコピーから復元してください。その中のリンク、パイプ、デバイスはたどりません。</translation>
        </message>
        <message>
            <source>config.json: is not a regular file</source>
            <translation>config.json: 通常のファイルではありません</translation>
        </message>
        <message>
            <source>is written to faster than it can be read</source>
            <translation>読み込むより速く書き込まれています</translation>
        </message>
        <message>
            <source>Try again in a moment.</source>
            <translation>少し待ってから、もう一度試してください。</translation>
        </message>
        <message>
            <source>already holds a run</source>
            <translation>すでにランがあります</translation>
        </message>
        <message>
            <source>Name another folder, or move this one away: a run is never overwritten.</source>
            <translation>別のフォルダーを指定するか、このフォルダーを移動してください。ランが上書きされることはありません。</translation>
        </message>
        <message>
            <source>there is more text than the file can hold</source>
            <translation>ファイルに入るはずのない量のテキストがあります</translation>
        </message>
        <message>
            <source>It is damaged, or was made to mislead.</source>
            <translation>壊れているか、細工されています。</translation>
        </message>
        <message>
            <source>Use another workspace.</source>
            <translation>別のワークスペースを使ってください。</translation>
        </message>
        <message>
            <source>Name a folder that holds run folders.</source>
            <translation>ランのフォルダーがあるフォルダーを指定してください。</translation>
        </message>
        <message>
            <source>What was recorded before is kept.</source>
            <translation>それまでの記録は残っています。</translation>
        </message>
        <message>
            <source>The file was damaged or changed by another program: restore the run folder from a copy.</source>
            <translation>ファイルが壊れたか、別のプログラムが変更しました。ランのフォルダーをコピーから復元してください。</translation>
        </message>
        <message>
            <source>holds nothing yet: the run ended before its first record</source>
            <translation>まだ何もありません。最初の記録の前にランが終了しました</translation>
        </message>
        <message>
            <source>Start the run again; config.json beside it holds its configuration.</source>
            <translation>ランを開始し直してください。設定は隣の config.json にあります。</translation>
        </message>
        <message>
            <source>Name the folder of a run. If it is one, the beginning of run.db is damaged: restore it from a copy.</source>
            <translation>ランのフォルダーを指定してください。ランのフォルダーであれば run.db の先頭が壊れているので、コピーから復元してください。</translation>
        </message>
        <message>
            <source>Open it with the newer Prunescope that recorded it.</source>
            <translation>記録に使った、より新しい Prunescope で開いてください。</translation>
        </message>
        <message>
            <source>holds a value that is no count of samples</source>
            <translation>サンプルの件数ではない値があります</translation>
        </message>
        <message>
            <source>a known name</source>
            <translation>既知の名前</translation>
        </message>
        <message>
            <source>a state of a run</source>
            <translation>ランの状態</translation>
        </message>
        <message>
            <source>a number</source>
            <translation>数</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>整数</translation>
        </message>
        <message>
            <source>The file is damaged or is no weights file in the safetensors format: take it from its source again.</source>
            <translation>ファイルが壊れているか、safetensors 形式の重みファイルではありません。元の場所から取得し直してください。</translation>
        </message>
        <message>
            <source>the weights file does not hold this layer as the run describes it</source>
            <translation>重みファイルの層が、ランの記述と一致しません</translation>
        </message>
        <message>
            <source>The file belongs to another run, or was changed.</source>
            <translation>ファイルが別のランのものか、変更されています。</translation>
        </message>
        <message>
            <source>there is not enough memory to read the weights</source>
            <translation>重みを読み込むメモリが足りません</translation>
        </message>
        <message>
            <source>running</source>
            <translation>実行中</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <source>exploration</source>
            <translation>探索</translation>
        </message>
        <message>
            <source>exploitation</source>
            <translation>活用</translation>
        </message>
        <message>
            <source>measured</source>
            <translation>実測</translation>
        </message>
        <message>
            <source>estimated</source>
            <translation>推定</translation>
        </message>
        <message>
            <source>%1 %2 (%3 to %4)</source>
            <translation>%1 %2 (%3～%4)</translation>
        </message>
        <message>
            <source>theoretical</source>
            <translation>理論値</translation>
        </message>
        <message>
            <source>requested</source>
            <translation>要求値</translation>
        </message>
        <message>
            <source>dense</source>
            <translation>全結合</translation>
        </message>
        <message>
            <source>convolution</source>
            <translation>畳み込み</translation>
        </message>
        <message>
            <source>batch norm</source>
            <translation>バッチ正規化</translation>
        </message>
        <message>
            <source>user</source>
            <translation>ユーザー</translation>
        </message>
        <message>
            <source>schedule</source>
            <translation>スケジュール</translation>
        </message>
        <message>
            <source>program</source>
            <translation>プログラム</translation>
        </message>
        <message>
            <source>started</source>
            <translation>開始</translation>
        </message>
        <message>
            <source>frozen</source>
            <translation>凍結</translation>
        </message>
        <message>
            <source>unfrozen</source>
            <translation>凍結解除</translation>
        </message>
        <message>
            <source>freed</source>
            <translation>凍結解除</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>拒否</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>resumed</source>
            <translation>再開</translation>
        </message>
        <message>
            <source>stepped</source>
            <translation>1 ステップ実行</translation>
        </message>
        <message>
            <source>moved</source>
            <translation>別の場所に保存</translation>
        </message>
        <message>
            <source>diverged</source>
            <translation>発散</translation>
        </message>
        <message>
            <source>Finished as planned.</source>
            <translation>計画どおりに完了しました。</translation>
        </message>
        <message>
            <source>The run was still going, or its program was killed. This is not a finished run.</source>
            <translation>ランが実行中だったか、プログラムが強制終了されました。完了したランではありません。</translation>
        </message>
        <message>
            <source>The event log is numbered 1, 2, 3 … without a gap.</source>
            <translation>イベントログの番号が 1、2、3 … と欠落なく続いています。</translation>
        </message>
        <message>
            <source>The test accuracy was measured with the weights of the last step.</source>
            <translation>テスト精度は最後のステップの重みで測定された。</translation>
        </message>
        <message>
            <source>No test evaluation was recorded.</source>
            <translation>テスト評価の記録はありません。</translation>
        </message>
        <message>
            <source>The sparsity counted layer by layer equals the one recorded with the last test evaluation.</source>
            <translation>層ごとに数えたスパース率が、最後のテスト評価の記録と一致します。</translation>
        </message>
        <message>
            <source>The sparsity counted layer by layer equals the one recorded with the last step.</source>
            <translation>層ごとに数えたスパース率が、最後のステップの記録と一致します。</translation>
        </message>
        <message>
            <source>At every mask update, exactly floor(p N) of the N prunable weights were pruned, p being what the schedule asked for.</source>
            <translation>各マスク更新で、プルーニング対象の N 個の重みのうちちょうど floor(p N) 個がプルーニングされています (p はスケジュールの要求値)。</translation>
        </message>
        <message>
            <source>In every layer, weights cut less weights revived are the weights pruned at the end.</source>
            <translation>各層で、除去した重み - 復活した重み = 最後にプルーニング済みの重みです。</translation>
        </message>
        <message>
            <source>The record was read without a problem.</source>
            <translation>記録は問題なく読み込まれました。</translation>
        </message>
        <message>
            <source>No test evaluation was made before the first weight was cut, so this run alone does not show what pruning cost. Compare it with a dense run of the same configuration.</source>
            <translation>最初の重みを除去する前のテスト評価がないため、このランだけではプルーニングによる精度低下は分かりません。同じ設定のプルーニングなしのランと比較してください。</translation>
        </message>
        <message>
            <source>The only test evaluation before the first cut is of the untrained network. It says nothing about what pruning cost. Compare the result with a dense run of the same configuration.</source>
            <translation>最初の除去前のテスト評価は未学習のネットワークのものだけです。プルーニングによる精度低下については何も分かりません。結果を同じ設定のプルーニングなしのランと比較してください。</translation>
        </message>
        <message>
            <source>The test set was measured during the run, but decided nothing: no choice of weights, epoch or schedule rests on it. The result is that of the last test evaluation. The best epoch is printed for completeness; choosing it afterwards would be choosing on the test set.</source>
            <translation>テストセットはラン中に測定しましたが、判断には使っていません。重み、エポック、スケジュールの選択はこれに基づきません。結果は最後のテスト評価のものです。最良のエポックは参考として記しています。後からそれを選ぶと、テストセットで選ぶことになります。</translation>
        </message>
        <message>
            <source>Remaining multiply-accumulates are theoretical: the share of weights kept, layer by layer. They are not a measured time, and the sparse size is an estimate for one storage format.</source>
            <translation>残りの積和演算数は、層ごとの保持された重みの割合から求めた理論値です。測定した時間ではありません。スパース時のサイズは、ある 1 つの格納形式での推定です。</translation>
        </message>
        <message>
            <source>Batch-norm statistics were measured anew at the end of the run (recalibration on).</source>
            <translation>バッチ正規化の統計量はランの最後に測り直しました (再計算オン)。</translation>
        </message>
        <message>
            <source>Batch-norm statistics were not measured anew at the end (recalibration off): part of them was collected while masks still moved.</source>
            <translation>バッチ正規化の統計量は最後に測り直していません (再計算オフ)。一部はマスクが変化している間のものです。</translation>
        </message>
        <message>
            <source>The method is our reading of Magnitude Attention-based Dynamic Pruning (Back, Ahn, Kim; arXiv 2306.05056). The paper's full text was not at hand; its figures are not claimed to be reproduced.</source>
            <translation>手法は Magnitude Attention-based Dynamic Pruning (Back, Ahn, Kim; arXiv 2306.05056) の当方の解釈です。論文の全文は参照しておらず、その数値の再現を主張するものではありません。</translation>
        </message>
        <message>
            <source>The images of this data set were compressed again as JPEG. Accuracy is not comparable with figures published for the original images.</source>
            <translation>このデータセットの画像は JPEG で再圧縮されています。精度は、元の画像で公表された数値とは比較できません。</translation>
        </message>
        <message>
            <source>The reference run read other data files.</source>
            <translation>比較対象のランは別のデータファイルを読み込みました。</translation>
        </message>
        <message>
            <source>Test accuracy</source>
            <translation>テスト精度</translation>
        </message>
        <message>
            <source>Interval of the test accuracy</source>
            <translation>テスト精度の区間</translation>
        </message>
        <message>
            <source>Macro F1</source>
            <translation>マクロ平均 F1</translation>
        </message>
        <message>
            <source>Figures per class</source>
            <translation>クラスごとの数値</translation>
        </message>
        <message>
            <source>Same confusion matrix (row: true class, column: answer): recall = TP / row sum, precision = TP / column sum, none where the sum is 0.</source>
            <translation>同じ混同行列 (行: 正解クラス、列: 回答): 再現率 = TP / 行の和、適合率 = TP / 列の和。和が 0 なら値はありません。</translation>
        </message>
        <message>
            <source>Best test accuracy</source>
            <translation>最良のテスト精度</translation>
        </message>
        <message>
            <source>Test accuracy before pruning</source>
            <translation>プルーニング前のテスト精度</translation>
        </message>
        <message>
            <source>Validation accuracy</source>
            <translation>検証精度</translation>
        </message>
        <message>
            <source>Sparsity of prunable weights</source>
            <translation>プルーニング対象の重みのスパース率</translation>
        </message>
        <message>
            <source>Sparsity of all parameters</source>
            <translation>全パラメーターのスパース率</translation>
        </message>
        <message>
            <source>Requested sparsity</source>
            <translation>要求スパース率</translation>
        </message>
        <message>
            <source>The schedule in force at the end of the run, at its last step: the mask was still moving, and was chosen once more for that.</source>
            <translation>ラン終了時に有効だったスケジュールの、最後のステップでの値。マスクがまだ変化していたため、この値でもう一度選びました。</translation>
        </message>
        <message>
            <source>samples, target_sparsity of the last row: the schedule in force at that step.</source>
            <translation>samples、最後の行の target_sparsity: そのステップで有効だったスケジュール。</translation>
        </message>
        <message>
            <source>Kept weights per layer</source>
            <translation>層ごとの保持された重み</translation>
        </message>
        <message>
            <source>layer_statistics, last row of each layer: kept, weights; sparsity = 1 - kept / weights. A request per layer exists with the uniform scope alone; with the other scopes the share of a layer is an outcome of the ranking.</source>
            <translation>layer_statistics、各層の最後の行: kept、weights。スパース率 = 1 - kept / weights。層ごとの要求値があるのは範囲 uniform のときだけで、他の範囲では各層の割合は順位付けの結果です。</translation>
        </message>
        <message>
            <source>Cut and revived weights</source>
            <translation>除去・復活した重み</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>パラメーター数</translation>
        </message>
        <message>
            <source>Dense size</source>
            <translation>密なサイズ</translation>
        </message>
        <message>
            <source>Sparse size</source>
            <translation>スパース時のサイズ</translation>
        </message>
        <message>
            <source>Compressed sparse rows with 32-bit columns: sum over prunable layers of min(4 w, 8 k + 4 (rows + 1)) bytes, w weights and k kept, plus 4 bytes for each other parameter.</source>
            <translation>列番号 32 ビットの圧縮行格納 (CSR): プルーニング対象の層についての min(4 w, 8 k + 4 (行数 + 1)) バイトの和 (w は重み、k は保持数) に、その他のパラメーター 1 つにつき 4 バイトを加えたもの。</translation>
        </message>
        <message>
            <source>Multiply-accumulates</source>
            <translation>積和演算数</translation>
        </message>
        <message>
            <source>For one sample, from the layers' shapes; remaining = sum of each layer's MACs x kept / weights. Not a measured time.</source>
            <translation>サンプル 1 件あたり、層の形状から算出。残り = 各層の MAC 数 x 保持 / 重み の和。測定した時間ではありません。</translation>
        </message>
        <message>
            <source>Weights file</source>
            <translation>重みファイル</translation>
        </message>
        <message>
            <source>Bytes and SHA-256 of the file in the run folder.</source>
            <translation>ランのフォルダーにあるファイルのバイト数と SHA-256。</translation>
        </message>
        <message>
            <source>Training time</source>
            <translation>学習時間</translation>
        </message>
        <message>
            <source>Training rate</source>
            <translation>学習速度</translation>
        </message>
        <message>
            <source>outcomes: trained_images over process_ms; evaluations are in the time, not in the samples.</source>
            <translation>outcomes: trained_images ÷ process_ms。評価は時間に含みますが、サンプル数には含みません。</translation>
        </message>
        <message>
            <source>Data files</source>
            <translation>データファイル</translation>
        </message>
        <message>
            <source>Name, bytes and SHA-256 of each file as it was read.</source>
            <translation>読み込んだ各ファイルの名前、バイト数、SHA-256。</translation>
        </message>
        <message>
            <source>Reference run</source>
            <translation>比較対象のラン</translation>
        </message>
        <message>
            <source>The same figures from the reference run's own record: its last test evaluation.</source>
            <translation>比較対象のラン自身の記録にある最後のテスト評価による、同じ数値。</translation>
        </message>
        <message>
            <source>not readable</source>
            <translation>読み込めません</translation>
        </message>
        <message>
            <source>more data</source>
            <translation>データの続き</translation>
        </message>
        <message>
            <source>no file</source>
            <translation>ファイルなし</translation>
        </message>
        <message>
            <source>validation split</source>
            <translation>検証データの分割</translation>
        </message>
        <message>
            <source>max pooling</source>
            <translation>最大プーリング</translation>
        </message>
        <message>
            <source>average pooling</source>
            <translation>平均プーリング</translation>
        </message>
        <message>
            <source>a list of 3</source>
            <translation>3 個のリスト</translation>
        </message>
        <message>
            <source>a list of [position, sparsity] pairs</source>
            <translation>[位置, スパース率] の組のリスト</translation>
        </message>
        <message>
            <source>an object</source>
            <translation>オブジェクト</translation>
        </message>
        <message>
            <source>undo: schedule edit</source>
            <translation>元に戻す: スケジュールの編集</translation>
        </message>
        <message>
            <source>undo: attention strength</source>
            <translation>元に戻す: 注意強度</translation>
        </message>
        <message>
            <source>redo: schedule edit</source>
            <translation>やり直し: スケジュールの編集</translation>
        </message>
        <message>
            <source>redo: attention strength</source>
            <translation>やり直し: 注意強度</translation>
        </message>
        <message>
            <source>the file is damaged (its rows are out of order)</source>
            <translation>ファイルが壊れています (行の順序が正しくありません)</translation>
        </message>
        <message>
            <source>the weights file does not name its network</source>
            <translation>重みのファイルにネットワークの名前がありません</translation>
        </message>
        <message>
            <source>Choose the final.weights of a run's folder.</source>
            <translation>ランのフォルダーにある final.weights を選んでください。</translation>
        </message>
        <message>
            <source>'%1' is not in the weights file with %2 values</source>
            <translation>重みのファイルに、%2 個の値をもつ「%1」がありません</translation>
        </message>
        <message>
            <source>'%1' has values that are not finite</source>
            <translation>「%1」に有限でない値があります</translation>
        </message>
        <message>
            <source>The file is damaged, or its run diverged; choose another.</source>
            <translation>ファイルが壊れているか、ランが発散しています。別のファイルを選んでください。</translation>
        </message>
        <message>
            <source>every weight is zero</source>
            <translation>すべての重みがゼロです</translation>
        </message>
        <message>
            <source>Choose another weights file.</source>
            <translation>別の重みのファイルを選んでください。</translation>
        </message>
        <message>
            <source>Ask for a lower sparsity.</source>
            <translation>もっと低いスパース率を指定してください。</translation>
        </message>
        <message>
            <source>there is not enough memory for this network and batch</source>
            <translation>このネットワークとバッチにはメモリが足りません</translation>
        </message>
        <message>
            <source>Choose a smaller batch or network.</source>
            <translation>バッチかネットワークを小さくしてください。</translation>
        </message>
        <message>
            <source>The record of this run cannot be read.</source>
            <translation>このランの記録を読み込めません。</translation>
        </message>
        <message>
            <source>Finished; whether as planned cannot be read.</source>
            <translation>完了しました。計画どおりかどうかは、記録から読み取れません。</translation>
        </message>
        <message>
            <source>Finished; differs from the plan.</source>
            <translation>完了しましたが、計画と異なります。</translation>
        </message>
        <message>
            <source>The run is still going, at step %1 of %2. This is not a finished run.</source>
            <translation>ランは実行中です (ステップ %1 / %2)。完了したランではありません。</translation>
        </message>
        <message>
            <source>Cut off at step %1 of %2: the program ended before the run did. This is not a finished run.</source>
            <translation>ステップ %1 / %2 で中断されました: ランより先にプログラムが終了しました。完了したランではありません。</translation>
        </message>
        <message>
            <source>The run was cut off. This is not a finished run.</source>
            <translation>ランは中断されました。完了したランではありません。</translation>
        </message>
        <message>
            <source>training diverged at step %1</source>
            <translation>ステップ %1 で学習が発散</translation>
        </message>
        <message>
            <source>the network answers no better than by guessing, measured at step %1</source>
            <translation>ネットワークの精度は当て推量と変わらない (ステップ %1 で実測)</translation>
        </message>
        <message>
            <source>collapse suspected and the ramp held at step %1</source>
            <translation>ステップ %1 で崩壊の疑いがあり、スパース率の上昇を停止</translation>
        </message>
        <message>
            <source>collapse suspected at step %1</source>
            <translation>ステップ %1 で崩壊の疑い</translation>
        </message>
        <message>
            <source>divergence suspected and the ramp held at step %1</source>
            <translation>ステップ %1 で発散の疑いがあり、スパース率の上昇を停止</translation>
        </message>
        <message>
            <source>divergence suspected at step %1</source>
            <translation>ステップ %1 で発散の疑い</translation>
        </message>
        <message>
            <source>the loss was not a finite number at %1 steps</source>
            <translation>%1 ステップ分の損失が有限の数ではない</translation>
        </message>
        <message>
            <source>the loss was not a finite number at %1 step</source>
            <translation>%1 ステップ分の損失が有限の数でない</translation>
        </message>
        <message>
            <source>target missed by %1 points</source>
            <translation>目標に %1 ポイント届かない</translation>
        </message>
        <message>
            <source>target exceeded by %1 points</source>
            <translation>目標を %1 ポイント超過</translation>
        </message>
        <message>
            <source>mask frozen by %1 at step %2</source>
            <translation>%1 がステップ %2 でマスクを凍結</translation>
        </message>
        <message>
            <source>mask frozen and freed by hand</source>
            <translation>マスクを手動で凍結および凍結解除</translation>
        </message>
        <message>
            <source>mask never frozen, planned for step %1</source>
            <translation>マスクは凍結されていない (計画: ステップ %1)</translation>
        </message>
        <message>
            <source>mask frozen at step %1, planned for step %2</source>
            <translation>マスクはステップ %1 で凍結 (計画: ステップ %2)</translation>
        </message>
        <message>
            <source>mask frozen at step %1, against the plan</source>
            <translation>マスクは計画に反してステップ %1 で凍結</translation>
        </message>
        <message>
            <source>target changed from %1 to %2</source>
            <translation>目標を %1 から %2 に変更</translation>
        </message>
        <message>
            <source>schedule edited by %1 at step %2</source>
            <translation>%1 がステップ %2 でスケジュールを編集</translation>
        </message>
        <message>
            <source>schedule edited %1 times</source>
            <translation>スケジュールを %1 回編集</translation>
        </message>
        <message>
            <source>attention strength set by %1 at step %2</source>
            <translation>%1 がステップ %2 で注意強度を設定</translation>
        </message>
        <message>
            <source>attention strength set %1 times</source>
            <translation>注意強度を %1 回設定</translation>
        </message>
        <message>
            <source>changed by hand</source>
            <translation>手動で変更</translation>
        </message>
        <message>
            <source>ended at step %1 of %2</source>
            <translation>ステップ %1 / %2 で終了</translation>
        </message>
        <message>
            <source>recording was interrupted at step %1</source>
            <translation>ステップ %1 で記録が途切れた</translation>
        </message>
        <message>
            <source>the user</source>
            <translation>ユーザー</translation>
        </message>
        <message>
            <source>Not enough of the record could be read to say what became of the weights. What is missing is not zero: it is not known.</source>
            <translation>読み込めた記録だけでは、重みがどうなったかは分かりません。欠けている値は 0 ではなく、不明です。</translation>
        </message>
        <message>
            <source>Finished; differs from the plan: %1.</source>
            <translation>完了しましたが、計画と異なります: %1。</translation>
        </message>
        <message>
            <source>%1 It differs from the plan: %2.</source>
            <translation>%1 計画との違い: %2。</translation>
        </message>
        <message>
            <source>recorded in another folder from step %1 on</source>
            <translation>ステップ %1 以降は別のフォルダーに記録</translation>
        </message>
        <message>
            <source>a part of it could not be read</source>
            <translation>一部を読み込めない</translation>
        </message>
        <message>
            <source>%1 → %2 (other values)</source>
            <translation>%1 → %2 (値は異なる)</translation>
        </message>
        <message>
            <source>z of all layers %1</source>
            <translation>全層の z %1</translation>
        </message>
        <message>
            <source>layer %1</source>
            <translation>層 %1</translation>
        </message>
        <message>
            <source>z of %1 %2</source>
            <translation>%1 の z %2</translation>
        </message>
        <message>
            <source>phase %1</source>
            <translation>フェーズ %1</translation>
        </message>
        <message>
            <source>target %1</source>
            <translation>目標 %1</translation>
        </message>
        <message>
            <source>initial sparsity %1</source>
            <translation>初期スパース率 %1</translation>
        </message>
        <message>
            <source>shape %1</source>
            <translation>形状 %1</translation>
        </message>
        <message>
            <source>start %1</source>
            <translation>開始 %1</translation>
        </message>
        <message>
            <source>end %1</source>
            <translation>終了 %1</translation>
        </message>
        <message>
            <source>freeze %1</source>
            <translation>凍結 %1</translation>
        </message>
        <message>
            <source>drawn curve %1</source>
            <translation>手描きの曲線 %1</translation>
        </message>
        <message>
            <source>sparsity %1</source>
            <translation>スパース率 %1</translation>
        </message>
        <message>
            <source>folder %1</source>
            <translation>フォルダー %1</translation>
        </message>
        <message>
            <source>never</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>%1 points</source>
            <translation>%1 点</translation>
        </message>
        <message>
            <source>no difference</source>
            <translation>変更なし</translation>
        </message>
        <message>
            <source>asked for: %1</source>
            <translation>要求: %1</translation>
        </message>
        <message>
            <source>refused: %1</source>
            <translation>拒否: %1</translation>
        </message>
        <message>
            <source>%1; the ramp is held at the sparsity of now</source>
            <translation>%1; 増加区間はこの時点のスパース率で止めました</translation>
        </message>
        <message>
            <source>%1; the run is stopped for it</source>
            <translation>%1; そのためランを停止しました</translation>
        </message>
        <message>
            <source>the ramp is held at the sparsity of now</source>
            <translation>増加区間はこの時点のスパース率で止めました</translation>
        </message>
        <message>
            <source>the run is stopped for it</source>
            <translation>そのためランを停止しました</translation>
        </message>
        <message>
            <source>freeze</source>
            <translation>凍結</translation>
        </message>
        <message>
            <source>unfreeze</source>
            <translation>凍結の解除</translation>
        </message>
        <message>
            <source>schedule edit</source>
            <translation>スケジュールの編集</translation>
        </message>
        <message>
            <source>attention strength</source>
            <translation>注意強度</translation>
        </message>
        <message>
            <source>events: the values of event %1 are damaged; they are kept as text</source>
            <translation>イベント: イベント %1 の値が破損しています。テキストのまま保持しました</translation>
        </message>
        <message>
            <source>It holds none of the earlier records: they could not be read from %1.</source>
            <translation>以前の記録は含まれません: %1 から読み込めませんでした。</translation>
        </message>
        <message>
            <source>It holds the records from step %1 on: the earlier ones could not be read from %2.</source>
            <translation>含まれるのはステップ %1 以降の記録です: それより前の記録は %2 から読み込めませんでした。</translation>
        </message>
        <message>
            <source>A run is going on. Stop it before you start another.</source>
            <translation>ランを実行中です。別のランを開始する前に停止してください。</translation>
        </message>
        <message>
            <source>A run is going on. Stop it before you open another.</source>
            <translation>ランを実行中です。別のランを開く前に停止してください。</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>row %1: %2</source>
            <translation>行 %1: %2</translation>
        </message>
        <message>
            <source>row %1: %2 %3</source>
            <translation>行 %1: %2 %3</translation>
        </message>
        <message>
            <source>%1; %2 rows could be read</source>
            <translation>%1。%2 行を読み込めました</translation>
        </message>
        <message>
            <source>%1 damaged rows were left out, the first at %2</source>
            <translation>壊れた %1 行を除外しました。最初は%2</translation>
        </message>
        <message>
            <source>there are %1 classes, and at most %2 are possible</source>
            <translation>クラスが %1 個あります (上限は %2 個です)</translation>
        </message>
        <message>
            <source>Check that the labels are classes and not numbers of their own.</source>
            <translation>ラベルがクラスであり、連続した数値ではないことを確認してください。</translation>
        </message>
        <message>
            <source>there are none</source>
            <translation>1 枚もありません</translation>
        </message>
        <message>
            <source>classes</source>
            <translation>クラス</translation>
        </message>
        <message>
            <source>table</source>
            <translation>表</translation>
        </message>
        <message>
            <source>Check that the files are the right ones.</source>
            <translation>正しいファイルかどうかを確認してください。</translation>
        </message>
        <message>
            <source>expected labels from 0 to %1, found %2 for sample %3</source>
            <translation>0 から %1 までのラベルが必要ですが、サンプル %3 のラベルは %2 でした</translation>
        </message>
        <message>
            <source>expected %1 numbers in %2 rows, found %3</source>
            <translation>%2 行に %1 個の数値が必要ですが、%3 個ありました</translation>
        </message>
        <message>
            <source>Check that every row has all columns.</source>
            <translation>すべての行にすべての列があるかどうかを確認してください。</translation>
        </message>
        <message>
            <source>the number in row %1 and column %2 is not finite</source>
            <translation>行 %1、列 %2 の数値が有限ではありません</translation>
        </message>
        <message>
            <source>Fill the gap or leave the row out.</source>
            <translation>欠損を埋めるか、その行を除いてください。</translation>
        </message>
        <message>
            <source>%1 is made and not read from a folder</source>
            <translation>%1 は生成されるデータで、フォルダーからは読み込みません</translation>
        </message>
        <message>
            <source>Leave the folder out.</source>
            <translation>フォルダーの指定を外してください。</translation>
        </message>
        <message>
            <source>%1 has no pictures to vary</source>
            <translation>%1 には変形できる画像がありません</translation>
        </message>
        <message>
            <source>Give 0 or -1.</source>
            <translation>0 または -1 を指定してください。</translation>
        </message>
        <message>
            <source>Give auto or off.</source>
            <translation>auto または off を指定してください。</translation>
        </message>
        <message>
            <source>Tensors by name behind a JSON header, as Hugging Face's libraries read and write them.</source>
            <translation>JSON ヘッダーの後に名前付きテンソルを並べた形式で、Hugging Face のライブラリで読み書きできます。</translation>
        </message>
        <message>
            <source>no weight format has files that end in '%1'</source>
            <translation>末尾が「%1」のファイルを使う重みの形式はありません</translation>
        </message>
        <message>
            <source>Steps scaled by each weight's own mean gradient, with the decay apart from them (Loshchilov and Hutter 2019).</source>
            <translation>重みごとの勾配の平均で更新幅を調整し、減衰は別に行います (Loshchilov and Hutter 2019)。</translation>
        </message>
        <message>
            <source>The same rate from the warm-up to the end.</source>
            <translation>ウォームアップの後、最後まで同じ学習率です。</translation>
        </message>
        <message>
            <source>The rate falls by a factor at each of some milestones.</source>
            <translation>マイルストーンごとに、学習率に係数を掛けて下げます。</translation>
        </message>
        <message>
            <source>Shares of the run after which the rate falls.</source>
            <translation>学習率を下げる時点を、ラン全体に対する割合で表したものです。</translation>
        </message>
        <message>
            <source>Factor on the rate at each milestone.</source>
            <translation>各マイルストーンで学習率に掛ける係数です。</translation>
        </message>
        <message>
            <source>Half a wave of the cosine, without restarts (Loshchilov and Hutter 2017, equation 5).</source>
            <translation>コサインの半波長で下げます。再スタートはありません (Loshchilov and Hutter 2017、式 5)。</translation>
        </message>
        <message>
            <source>Stochastic gradient descent with momentum (Sutskever et al. 2013).</source>
            <translation>モメンタム付きの確率的勾配降下法です (Sutskever et al. 2013)。</translation>
        </message>
        <message>
            <source>is not a plain value</source>
            <translation>単純な値ではありません</translation>
        </message>
        <message>
            <source>Give a number, a text, true or false.</source>
            <translation>数値、テキスト、true、false のいずれかを指定してください。</translation>
        </message>
        <message>
            <source>numbers with commas between them, each %1</source>
            <translation>コンマで区切った数の並び (それぞれ%1)</translation>
        </message>
        <message>
            <source>Cuts much early and little late: p_f + (p_i - p_f) (1 - x)^3 (Zhu and Gupta 2017, equation 1).</source>
            <translation>初めに多く、終わりに少なく除去します: p_f + (p_i - p_f) (1 - x)^3 (Zhu and Gupta 2017、式 1)。</translation>
        </message>
        <message>
            <source>Rises as fast at the end as at the start.</source>
            <translation>始めから終わりまで同じ速さで増えます。</translation>
        </message>
        <message>
            <source>Starts and ends gently: half a wave of the cosine.</source>
            <translation>緩やかに始まり緩やかに終わります (コサインの半波長)。</translation>
        </message>
        <message>
            <source>What is still to cut halves with every tenth of the ramp.</source>
            <translation>増加区間の 10 分の 1 ごとに、残りの除去量が半分になります。</translation>
        </message>
        <message>
            <source>The target at once, from the start of the ramp on.</source>
            <translation>増加開始の時点で、すぐに目標に達します。</translation>
        </message>
        <message>
            <source>Through the knots of schedule.knots, without swinging (Fritsch and Carlson 1980).</source>
            <translation>schedule.knots の制御点を、振れずに通ります (Fritsch and Carlson 1980)。</translation>
        </message>
        <message>
            <source>Cubic</source>
            <translation>3 次</translation>
        </message>
        <message>
            <source>Linear</source>
            <translation>線形</translation>
        </message>
        <message>
            <source>Cosine</source>
            <translation>コサイン</translation>
        </message>
        <message>
            <source>Exponential</source>
            <translation>指数</translation>
        </message>
        <message>
            <source>Constant</source>
            <translation>一定</translation>
        </message>
        <message>
            <source>Drawn</source>
            <translation>手描き</translation>
        </message>
        <message>
            <source>Multi-step</source>
            <translation>マルチステップ</translation>
        </message>
        <message>
            <source>SGD</source>
            <translation>SGD</translation>
        </message>
        <message>
            <source>AdamW</source>
            <translation>AdamW</translation>
        </message>
        <message>
            <source>Milestones</source>
            <translation>マイルストーン</translation>
        </message>
        <message>
            <source>Before pruning</source>
            <translation>プルーニング前</translation>
        </message>
        <message>
            <source>Pruning report: %1</source>
            <translation>プルーニングレポート: %1</translation>
        </message>
        <message>
            <source>%1: %2 (%3) cannot stand right behind a flattening</source>
            <translation>%1: %2 (%3) は平坦化の直後には置けません</translation>
        </message>
        <message>
            <source>Put a dense layer between them, or leave the flattening out.</source>
            <translation>間に全結合層を入れるか、平坦化を外してください。</translation>
        </message>
        <message>
            <source>%1 cannot read images of this size</source>
            <translation>%1 はこのサイズの画像を読めません</translation>
        </message>
        <message>
            <source>Choose images of 1 to %1 values.</source>
            <translation>値が 1 から %1 個の画像を選んでください。</translation>
        </message>
        <message>
            <source>%1 has two nodes of the name '%2'</source>
            <translation>%1 に「%2」という名前のノードが 2 つあります</translation>
        </message>
        <message>
            <source>Give each node a name of its own.</source>
            <translation>ノードごとに異なる名前を付けてください。</translation>
        </message>
        <message>
            <source>%1: what %2 makes is too large</source>
            <translation>%1: %2 の出力が大きすぎます</translation>
        </message>
        <message>
            <source>%1 has no node</source>
            <translation>%1 にノードがありません</translation>
        </message>
        <message>
            <source>Give it at least one.</source>
            <translation>1 つ以上指定してください。</translation>
        </message>
        <message>
            <source>%1: nobody reads what %2 makes</source>
            <translation>%1: %2 の出力がどこでも使われていません</translation>
        </message>
        <message>
            <source>Leave it out, or put it at the end.</source>
            <translation>外すか、最後に置いてください。</translation>
        </message>
        <message>
            <source>%1 has nothing to learn</source>
            <translation>%1 には学習するパラメーターがありません</translation>
        </message>
        <message>
            <source>Give it a layer with weights.</source>
            <translation>重みのある層を加えてください。</translation>
        </message>
        <message>
            <source>%1 gives %2 x %3 pixels for each class, not one</source>
            <translation>%1 の出力がクラスごとに 1 つの値ではなく %2 x %3 画素になっています</translation>
        </message>
        <message>
            <source>Let it end in a dense layer or in an average over the pixels.</source>
            <translation>最後を全結合層か全画素の平均にしてください。</translation>
        </message>
        <message>
            <source>%1: %2 has a padding of %3, which is not below its window of %4</source>
            <translation>%1: %2 のパディング %3 は窓の大きさ %4 より小さくありません</translation>
        </message>
        <message>
            <source>Choose a smaller padding.</source>
            <translation>より小さいパディングを選んでください。</translation>
        </message>
        <message>
            <source>%1: %2 reads planes of %3 x %4, not single values</source>
            <translation>%1: %2 の入力が 1 つの値ではなく %3 x %4 の平面です</translation>
        </message>
        <message>
            <source>Put a flattening before it.</source>
            <translation>その前に平坦化を入れてください。</translation>
        </message>
        <message>
            <source>%1: %2 cannot make %3 channels of %4</source>
            <translation>%1: %2 は %4 チャンネルから %3 チャンネルを作れません</translation>
        </message>
        <message>
            <source>Use a convolution to have fewer channels.</source>
            <translation>チャンネルを減らすには畳み込みを使ってください。</translation>
        </message>
        <message>
            <source>%1: %2 adds tensors of two shapes</source>
            <translation>%1: %2 が加えるテンソルの形状が異なります</translation>
        </message>
        <message>
            <source>Give both the same channels, rows and columns.</source>
            <translation>両方のチャンネル数、行数、列数を同じにしてください。</translation>
        </message>
        <message>
            <source>Mend the description of the network, or choose another network.</source>
            <translation>ネットワークの記述を直すか、別のネットワークを選んでください。</translation>
        </message>
        <message>
            <source>a name of 1 to %1 letters</source>
            <translation>1 から %1 文字の名前</translation>
        </message>
        <message>
            <source>is missing</source>
            <translation>がありません</translation>
        </message>
        <message>
            <source>'%1' stands for the images</source>
            <translation>「%1」は画像を表す名前です</translation>
        </message>
        <message>
            <source>has %1 names where %2 are needed</source>
            <translation>名前が %1 個ありますが、必要なのは %2 個です</translation>
        </message>
        <message>
            <source>names '%1', which no node before it is called</source>
            <translation>「%1」という名前のノードはそれより前にありません</translation>
        </message>
        <message>
            <source>unknown member '%1'</source>
            <translation>不明なメンバー「%1」です</translation>
        </message>
        <message>
            <source>is '%1' where '%2' is expected</source>
            <translation>「%2」ではなく「%1」になっています</translation>
        </message>
        <message>
            <source>Multilayer perceptron</source>
            <translation>多層パーセプトロン</translation>
        </message>
        <message>
            <source>ResNet with projections</source>
            <translation>射影付き ResNet</translation>
        </message>
        <message>
            <source>global average pool</source>
            <translation>全画素の平均プーリング</translation>
        </message>
        <message>
            <source>unknown operation '%1'</source>
            <translation>不明な演算「%1」です</translation>
        </message>
        <message>
            <source>schedule edited</source>
            <translation>スケジュール編集</translation>
        </message>
        <message>
            <source>attention set</source>
            <translation>注意強度の設定</translation>
        </message>
        <message>
            <source>phase changed</source>
            <translation>フェーズ切り替え</translation>
        </message>
        <message>
            <source>first cut</source>
            <translation>最初の除去</translation>
        </message>
        <message>
            <source>stop requested</source>
            <translation>停止の要求</translation>
        </message>
        <message>
            <source>masks finished</source>
            <translation>最終マスクの選択</translation>
        </message>
        <message>
            <source>batch norm recalibrated</source>
            <translation>バッチ正規化の統計量の再計算</translation>
        </message>
        <message>
            <source>collapse suspected</source>
            <translation>崩壊の疑い</translation>
        </message>
        <message>
            <source>divergence suspected</source>
            <translation>発散の疑い</translation>
        </message>
        <message>
            <source>ended at chance</source>
            <translation>当て推量と同じ精度で終了</translation>
        </message>
        <message>
            <source>Problems found while the record was read</source>
            <translation>記録の読み込み中に見つかった問題</translation>
        </message>
        <message>
            <source>What the report checked in the record</source>
            <translation>記録に対する整合性チェック</translation>
        </message>
        <message>
            <source>Statement</source>
            <translation>チェック内容</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>判定</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>確認結果</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>適合</translation>
        </message>
        <message>
            <source>no</source>
            <translation>不適合</translation>
        </message>
        <message>
            <source>Table and column names are those of run.db in the run folder. Each number of this report stands with full digits in report.json; metrics.csv, layers.csv and events.csv hold the records they are computed from. Measured: counted or timed in this run. Requested: asked for. Theoretical: follows from a formula. Estimated: follows from an assumption named in the note.</source>
            <translation>テーブル名と列名は、ランのフォルダーにある run.db のものです。このレポートの各数値は report.json に全桁で記録されており、計算元の記録は metrics.csv、layers.csv、events.csv にあります。実測値: このランで数えた、または計時した値。要求値: スケジュールなどで指定した値。理論値: 式から求めた値。推定値: 注記に示す仮定から求めた値。</translation>
        </message>
        <message>
            <source>This report was made from the same data as report.json, SHA-256 %1. A copy of the file with another sum is not the one this report describes.</source>
            <translation>このレポートは report.json (SHA-256 %1) と同じデータから作成されました。SHA-256 が異なるファイルは、このレポートの対象ではありません。</translation>
        </message>
        <message>
            <source>Prepared by</source>
            <translation>作成者</translation>
        </message>
        <message>
            <source>Reviewed by</source>
            <translation>確認者</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日付</translation>
        </message>
        <message>
            <source>Largest confusions</source>
            <translation>主な誤分類</translation>
        </message>
        <message>
            <source>True class</source>
            <translation>正解クラス</translation>
        </message>
        <message>
            <source>Answered</source>
            <translation>予測クラス</translation>
        </message>
        <message>
            <source>Share of class</source>
            <translation>クラス内の割合</translation>
        </message>
        <message>
            <source>Samples by true class (rows) and answer (columns)</source>
            <translation>正解クラス (行) と予測クラス (列) ごとのサンプル数</translation>
        </message>
        <message>
            <source>Shade: square root of the share of the row, so that rare confusions can be seen. Blue: right answers; red: wrong ones.</source>
            <translation>濃さは行内の割合の平方根で、まれな誤分類も見えるようにしています。青は正解、赤は誤りです。</translation>
        </message>
        <message>
            <source>Final test evaluation, epoch %1, %2 samples; %3.</source>
            <translation>最終テスト評価、エポック %1、サンプル %2 件。%3。</translation>
        </message>
        <message>
            <source>Last test evaluation, epoch %1, %2 samples; %3.</source>
            <translation>最後のテスト評価、エポック %1、サンプル %2 件。%3。</translation>
        </message>
        <message>
            <source>The matrix of %1 classes is in report.json.</source>
            <translation>%1 クラスの行列は report.json にあります。</translation>
        </message>
        <message>
            <source>Layers from dark (first) to light (last).</source>
            <translation>層は濃い色 (最初) から淡い色 (最後) の順です。</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>of training batches (faint), validation (line), test (points); measured. The axis begins where 95 % of the batches lie above.</source>
            <translation>学習バッチ (淡色)、検証 (線)、テスト (点)。実測。軸の下端は、バッチの 95 % がそれより上にある値です。</translation>
        </message>
        <message>
            <source>Sparsity of the prunable weights</source>
            <translation>プルーニング対象の重みのスパース率</translation>
        </message>
        <message>
            <source>%1 (dashed), %2 (line)</source>
            <translation>%1 (破線)、%2 (実線)</translation>
        </message>
        <message>
            <source>Churn</source>
            <translation>マスクの入れ替わり</translation>
        </message>
        <message>
            <source>weights cut and revived at each mask update, all layers; %1</source>
            <translation>マスク更新ごとに除去・復活した重み (全層)。%1</translation>
        </message>
        <message>
            <source>No step was recorded.</source>
            <translation>ステップの記録はありません。</translation>
        </message>
        <message>
            <source>Curves are thinned to what can be seen, with every minimum and maximum kept; metrics.csv and layers.csv hold every value.</source>
            <translation>曲線は表示の解像度に合わせて間引いていますが、最小値と最大値はすべて残しています。全数値は metrics.csv と layers.csv にあります。</translation>
        </message>
        <message>
            <source>Run %1: %2 on %3, method %4, seed %5.</source>
            <translation>ラン %1: %2、データセット %3、手法 %4、シード %5。</translation>
        </message>
        <message>
            <source>Started %1; no end is recorded.</source>
            <translation>開始 %1、終了の記録はありません。</translation>
        </message>
        <message>
            <source>Started %1, ended %2.</source>
            <translation>開始 %1、終了 %2。</translation>
        </message>
        <message>
            <source>no end recorded</source>
            <translation>終了の記録なし</translation>
        </message>
        <message>
            <source>still running</source>
            <translation>実行中</translation>
        </message>
        <message>
            <source>cut off</source>
            <translation>中断</translation>
        </message>
        <message>
            <source>Reason: %1</source>
            <translation>理由: %1</translation>
        </message>
        <message>
            <source>Sparsity, prunable weights</source>
            <translation>スパース率 (プルーニング対象の重み)</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>未測定</translation>
        </message>
        <message>
            <source>no test evaluation was recorded</source>
            <translation>テスト評価の記録なし</translation>
        </message>
        <message>
            <source>Test accuracy, final</source>
            <translation>テスト精度 (最終)</translation>
        </message>
        <message>
            <source>Test accuracy, last measured</source>
            <translation>テスト精度 (最後の測定)</translation>
        </message>
        <message>
            <source>Test accuracy before the first cut</source>
            <translation>最初の除去前のテスト精度</translation>
        </message>
        <message>
            <source>untrained network; %1</source>
            <translation>未学習のネットワーク。%1</translation>
        </message>
        <message>
            <source>epoch %1, not trained to the end; %2</source>
            <translation>エポック %1、学習途中。%2</translation>
        </message>
        <message>
            <source>Best test epoch, not the result</source>
            <translation>最良のテストエポック (結果ではない)</translation>
        </message>
        <message>
            <source>Best test epoch</source>
            <translation>最良のテストエポック</translation>
        </message>
        <message>
            <source>epoch %1, at sparsity %2; %3</source>
            <translation>エポック %1、スパース率 %2。%3</translation>
        </message>
        <message>
            <source>mean over %1 classes; %2</source>
            <translation>%1 クラスの平均。%2</translation>
        </message>
        <message>
            <source>Parameters left</source>
            <translation>残りのパラメーター数</translation>
        </message>
        <message>
            <source>Size if stored sparse</source>
            <translation>スパース格納時のサイズ</translation>
        </message>
        <message>
            <source>Multiply-accumulates left</source>
            <translation>残りの積和演算数</translation>
        </message>
        <message>
            <source>cannot be read</source>
            <translation>読み込めません</translation>
        </message>
        <message>
            <source>of %1; %2</source>
            <translation>全 %1。%2</translation>
        </message>
        <message>
            <source>Size, float32</source>
            <translation>サイズ (float32)</translation>
        </message>
        <message>
            <source>dense %1; %2</source>
            <translation>密 %1。%2</translation>
        </message>
        <message>
            <source>of %1 for one sample; %2</source>
            <translation>サンプル 1 件あたり全 %1。%2</translation>
        </message>
        <message>
            <source>%1 samples/s; %2</source>
            <translation>%1 サンプル/秒。%2</translation>
        </message>
        <message>
            <source>What pruning cost is not known from this run alone: no dense reference run was given.</source>
            <translation>プルーニングによる精度低下は、このランだけでは分かりません。比較対象となるプルーニングなしのランが指定されていません。</translation>
        </message>
        <message>
            <source>Nothing was recorded that could be drawn: the run has no step.</source>
            <translation>描ける記録がありません。ランにステップがありません。</translation>
        </message>
        <message>
            <source>Test accuracy over the run</source>
            <translation>ラン全体のテスト精度</translation>
        </message>
        <message>
            <source>Test accuracy and achieved sparsity over the run</source>
            <translation>ラン全体のテスト精度と達成スパース率</translation>
        </message>
        <message>
            <source>Accuracy before and after pruning</source>
            <translation>プルーニング前後の精度</translation>
        </message>
        <message>
            <source>Evaluation</source>
            <translation>評価</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>ステップ</translation>
        </message>
        <message>
            <source>Sparsity</source>
            <translation>スパース率</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>値の種別</translation>
        </message>
        <message>
            <source>Test, before the first cut (untrained)</source>
            <translation>テスト、最初の除去前 (未学習)</translation>
        </message>
        <message>
            <source>Test, before the first cut</source>
            <translation>テスト、最初の除去前</translation>
        </message>
        <message>
            <source>Test, final: the result</source>
            <translation>テスト、最終: 結果</translation>
        </message>
        <message>
            <source>Test, last measured (run not finished)</source>
            <translation>テスト、最後の測定 (未完了のラン)</translation>
        </message>
        <message>
            <source>Test, best epoch (not a result)</source>
            <translation>テスト、最良のエポック (結果ではない)</translation>
        </message>
        <message>
            <source>Validation, final</source>
            <translation>検証、最終</translation>
        </message>
        <message>
            <source>Validation, last measured</source>
            <translation>検証、最後の測定</translation>
        </message>
        <message>
            <source>Reference run %1, test, final</source>
            <translation>比較対象のラン %1、テスト、最終</translation>
        </message>
        <message>
            <source>With %1 test samples, the accuracy is known to between %2 and %3 (95 % confidence, %4).</source>
            <translation>テストサンプル %1 件により、精度は %2 から %3 の間にあります (信頼度 95 %、%4)。</translation>
        </message>
        <message>
            <source>No test evaluation was made before the first weight was cut.</source>
            <translation>最初の重みを除去する前のテスト評価はありません。</translation>
        </message>
        <message>
            <source>The evaluation before the first cut is of the untrained network, at step 0. It is no measure of what pruning cost.</source>
            <translation>最初の除去前の評価は、ステップ 0 の未学習のネットワークのものです。プルーニングによる精度低下を測るものではありません。</translation>
        </message>
        <message>
            <source>Before the first cut, at epoch %1, test accuracy was %2; the result differs from that by %3. The network at that epoch is not a dense twin of the result: it had trained for a shorter time.</source>
            <translation>最初の除去前のエポック %1 では、テスト精度は %2 でした。結果はこれに対して %3 です。その時点のネットワークは学習時間が短く、プルーニングなしで最後まで学習した場合との比較にはなりません。</translation>
        </message>
        <message>
            <source>Reference run %1: method %2, seed %3, %4 epochs planned, state %5.</source>
            <translation>比較対象のラン %1: 手法 %2、シード %3、計画 %4 エポック、状態 %5。</translation>
        </message>
        <message>
            <source>It holds no test evaluation.</source>
            <translation>テスト評価の記録はありません。</translation>
        </message>
        <message>
            <source>This run's final test accuracy differs from the reference's by %1.</source>
            <translation>このランの最終テスト精度は、比較対象のランに対して %1 です。</translation>
        </message>
        <message>
            <source>Test figures per class</source>
            <translation>クラスごとのテスト数値</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>クラス</translation>
        </message>
        <message>
            <source>Recall before</source>
            <translation>除去前再現率</translation>
        </message>
        <message>
            <source>Recall after</source>
            <translation>最終再現率</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>変更</translation>
        </message>
        <message>
            <source>Precision</source>
            <translation>適合率</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>No test evaluation was recorded, so there is no result.</source>
            <translation>テスト評価の記録がないため、結果はありません。</translation>
        </message>
        <message>
            <source>All figures %1. Before: the evaluation before the first cut, where there is one. A class that is never answered has no precision, and an F1 of 0.</source>
            <translation>すべての数値: %1。「前」は、最初の除去前の評価がある場合の値です。一度も予測されないクラスに適合率はなく、F1 は 0 です。</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>番号</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>時刻</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>実行者</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>%1 of %2 events are shown; all are in events.csv and report.json.</source>
            <translation>%2 件中 %1 件のイベントを示しています。全件は events.csv と report.json にあります。</translation>
        </message>
        <message>
            <source>step %1 (epoch %2)</source>
            <translation>ステップ %1 (エポック %2)</translation>
        </message>
        <message>
            <source>from %1 to %2, requested</source>
            <translation>%1 から %2 まで (要求値)</translation>
        </message>
        <message>
            <source>Ramp</source>
            <translation>増加区間</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 から %2 まで</translation>
        </message>
        <message>
            <source>Mask frozen from</source>
            <translation>マスクの凍結開始</translation>
        </message>
        <message>
            <source>Mask update</source>
            <translation>マスク更新</translation>
        </message>
        <message>
            <source>every %1 steps, scope %2, at least %3 kept per layer</source>
            <translation>%1 ステップごと、範囲 %2、各層で最低 %3 個を保持</translation>
        </message>
        <message>
            <source>Knots (place on the ramp, sparsity)</source>
            <translation>制御点 (増加区間上の位置、スパース率)</translation>
        </message>
        <message>
            <source>As planned at the start</source>
            <translation>開始時の計画</translation>
        </message>
        <message>
            <source>As it stood at the end</source>
            <translation>終了時の内容</translation>
        </message>
        <message>
            <source>Changes during the run</source>
            <translation>ラン中の変更</translation>
        </message>
        <message>
            <source>None: no one stepped in.</source>
            <translation>なし: 誰も操作していません。</translation>
        </message>
        <message>
            <source>None was read.</source>
            <translation>読み込めたものはありません。</translation>
        </message>
        <message>
            <source>What a user asked for, in order; a refusal changed nothing</source>
            <translation>ユーザーの指定 (順番どおり)。拒否された操作は何も変更していません</translation>
        </message>
        <message>
            <source>No event was recorded.</source>
            <translation>イベントの記録はありません。</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>空</translation>
        </message>
        <message>
            <source>not recorded</source>
            <translation>記録なし</translation>
        </message>
        <message>
            <source>All options; in bold what differs from the default</source>
            <translation>すべてのオプション。既定値と異なるものは太字</translation>
        </message>
        <message>
            <source>Option</source>
            <translation>オプション</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>キー</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>値</translation>
        </message>
        <message>
            <source>Default</source>
            <translation>既定値</translation>
        </message>
        <message>
            <source>Knots of a drawn curve</source>
            <translation>手描き曲線の制御点</translation>
        </message>
        <message>
            <source>Method option</source>
            <translation>手法のオプション</translation>
        </message>
        <message>
            <source>%1 × %2 pixels, channels: %3</source>
            <translation>%1 × %2 ピクセル、チャネル数: %3</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>学習</translation>
        </message>
        <message>
            <source>%1 images</source>
            <translation>画像 %1 枚</translation>
        </message>
        <message>
            <source>Validation</source>
            <translation>検証</translation>
        </message>
        <message>
            <source>%1 samples, held back from the training files; all that was decided during the run was decided on these</source>
            <translation>サンプル %1 件 (学習ファイルから取り分け)。学習中の判断はすべてこれらのサンプルで行いました</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>テスト</translation>
        </message>
        <message>
            <source>%1 samples, measured only</source>
            <translation>サンプル %1 件 (測定のみ)</translation>
        </message>
        <message>
            <source>Classes</source>
            <translation>クラス</translation>
        </message>
        <message>
            <source>per channel: mean %1, standard deviation %2, of the training samples</source>
            <translation>チャネルごと: 平均 %1、標準偏差 %2 (学習サンプル)</translation>
        </message>
        <message>
            <source>Augmentation</source>
            <translation>データ拡張</translation>
        </message>
        <message>
            <source>No data file was recorded.</source>
            <translation>データファイルの記録はありません。</translation>
        </message>
        <message>
            <source>Data files as read</source>
            <translation>読み込んだデータファイル</translation>
        </message>
        <message>
            <source>File</source>
            <translation>ファイル</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>バイト数</translation>
        </message>
        <message>
            <source>SHA-256</source>
            <translation>SHA-256</translation>
        </message>
        <message>
            <source>To repeat the run, with seed %1, from the run folder: %2</source>
            <translation>このランを再現するには (シード %1)、ランのフォルダーで: %2</translation>
        </message>
        <message>
            <source>The same configuration, seed and commands give the same numbers on any number of threads. Changes made during the run are not in config.json: repeat those of the event log at their steps.</source>
            <translation>設定、シード、操作が同じなら、スレッド数によらず同じ数値になります。ラン中の変更は config.json に含まれません。イベントログにある変更を、記録と同じステップで再現してください。</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>プログラム</translation>
        </message>
        <message>
            <source>Compiler</source>
            <translation>コンパイラー</translation>
        </message>
        <message>
            <source>Instruction set</source>
            <translation>命令セット</translation>
        </message>
        <message>
            <source>Processor</source>
            <translation>プロセッサー</translation>
        </message>
        <message>
            <source>Cores, threads used</source>
            <translation>コア数、使用スレッド数</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>メモリ</translation>
        </message>
        <message>
            <source>System</source>
            <translation>システム</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>ホスト</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>開始</translation>
        </message>
        <message>
            <source>Sparsity overall</source>
            <translation>全体のスパース率</translation>
        </message>
        <message>
            <source>Over</source>
            <translation>対象</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>重み</translation>
        </message>
        <message>
            <source>Pruned</source>
            <translation>プルーニング済み</translation>
        </message>
        <message>
            <source>Requested</source>
            <translation>要求値</translation>
        </message>
        <message>
            <source>Achieved</source>
            <translation>達成値</translation>
        </message>
        <message>
            <source>Prunable weights</source>
            <translation>プルーニング対象の重み</translation>
        </message>
        <message>
            <source>All parameters</source>
            <translation>全パラメーター</translation>
        </message>
        <message>
            <source>Prunable layers at the end of the run</source>
            <translation>ラン終了時のプルーニング対象の層</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>層</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>保持</translation>
        </message>
        <message>
            <source>Cut, total</source>
            <translation>除去の合計</translation>
        </message>
        <message>
            <source>Revived, total</source>
            <translation>復活の合計</translation>
        </message>
    <message>
        <source>Attention</source>
        <translation>注意値</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>下限</translation>
    </message>
        <message>
            <source>z</source>
            <translation>z</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全体</translation>
        </message>
        <message>
            <source>Weights of all layers were ranked together (scope global): the request holds for the whole network, and the share of each layer is the outcome.</source>
            <translation>全層の重みをまとめて順位付けしました (範囲: 全体 (global))。要求値はネットワーク全体に対するもので、各層の割合はその結果です。</translation>
        </message>
        <message>
            <source>The same share was asked of every layer (scope uniform).</source>
            <translation>すべての層に同じ割合を指定しました (範囲: 均等 (uniform))。</translation>
        </message>
        <message>
            <source>The request was shared among the layers by their shapes (scope %1); the share of each layer follows from that rule.</source>
            <translation>要求を層の形状に応じて配分しました (範囲 %1)。各層の割合はこの規則で決まります。</translation>
        </message>
        <message>
            <source>bar: achieved, %1; tick: requested</source>
            <translation>棒: 達成値、%1。目盛り線: 要求値</translation>
        </message>
        <message>
            <source>bar: achieved, %1</source>
            <translation>棒: 達成値、%1</translation>
        </message>
        <message>
            <source>bar: achieved, %1; dashed: requested overall, %2</source>
            <translation>棒: 達成値、%1。破線: 全体の要求値、%2</translation>
        </message>
        <message>
            <source>Dense network and what is left of it</source>
            <translation>密なネットワークと、その残り</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>項目</translation>
        </message>
        <message>
            <source>After pruning</source>
            <translation>プルーニング後</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>残り</translation>
        </message>
        <message>
            <source>Bytes, float32</source>
            <translation>バイト数 (float32)</translation>
        </message>
        <message>
            <source>dense %1, sparse %2</source>
            <translation>密 %1、スパース %2</translation>
        </message>
        <message>
            <source>Multiply-accumulates, one sample</source>
            <translation>積和演算数 (サンプル 1 件)</translation>
        </message>
        <message>
            <source>Multiply-accumulates by layer, one sample</source>
            <translation>層ごとの積和演算数 (サンプル 1 件)</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>種類</translation>
        </message>
        <message>
            <source>MACs, dense</source>
            <translation>MAC 数 (密)</translation>
        </message>
        <message>
            <source>MACs left</source>
            <translation>残りの MAC 数</translation>
        </message>
        <message>
            <source>The run is dense: no sparsity was asked for, and no weight was cut.</source>
            <translation>プルーニングなしのランです。スパース率の指定はなく、重みは除去していません。</translation>
        </message>
        <message>
            <source>No mask update was recorded.</source>
            <translation>マスク更新の記録はありません。</translation>
        </message>
        <message>
            <source>Sparsity of each layer</source>
            <translation>層ごとのスパース率</translation>
        </message>
        <message>
            <source>Exported weights: %1, %2 bytes, SHA-256 %3; %4.</source>
            <translation>書き出した重み: %1、%2 バイト、SHA-256 %3。%4。</translation>
        </message>
        <message>
            <source>test accuracy</source>
            <translation>テスト精度</translation>
        </message>
        <message>
            <source>sparsity</source>
            <translation>スパース率</translation>
        </message>
        <message>
            <source>train, per batch</source>
            <translation>学習 (バッチごと)</translation>
        </message>
        <message>
            <source>validation</source>
            <translation>検証</translation>
        </message>
        <message>
            <source>test</source>
            <translation>テスト</translation>
        </message>
        <message>
            <source>achieved</source>
            <translation>達成値</translation>
        </message>
        <message>
            <source>cut</source>
            <translation>除去</translation>
        </message>
        <message>
            <source>revived</source>
            <translation>復活</translation>
        </message>
        <message>
            <source>%1  ·  %2 left</source>
            <translation>%1  ·  残り %2</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Confusion matrix</source>
            <translation>混同行列</translation>
        </message>
        <message>
            <source>Size and arithmetic</source>
            <translation>サイズと演算量</translation>
        </message>
        <message>
            <source>Course of the run</source>
            <translation>ランの経過</translation>
        </message>
        <message>
            <source>Schedule and edits</source>
            <translation>スケジュールと編集</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>データ</translation>
        </message>
        <message>
            <source>Configuration</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Machine and program</source>
            <translation>マシンとプログラム</translation>
        </message>
        <message>
            <source>Limits and checks</source>
            <translation>制限事項と整合性チェック</translation>
        </message>
        <message>
            <source>Event log</source>
            <translation>イベントログ</translation>
        </message>
        <message>
            <source>Origin of the numbers</source>
            <translation>数値の出所</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>署名</translation>
        </message>
        <message>
            <source>Prunescope pruning report</source>
            <translation>Prunescope プルーニングレポート</translation>
        </message>
        <message>
            <source>epoch</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>Checks</source>
            <translation>整合性チェック</translation>
        </message>
        <message>
            <source>true class</source>
            <translation>正解クラス</translation>
        </message>
        <message>
            <source>Vertical lines: "frozen" is where exploration ended and exploitation began; "edit" and a number is a user's change, "guard" and a number what the run's guard found, by its number in the %1.</source>
            <translation>縦線: 「凍結」は探索フェーズが終わり活用フェーズが始まった時点です。「編集」と番号はユーザーによる変更、「監視」と番号はランの監視が検出したことで、番号は%1のものです。</translation>
        </message>
        <message>
            <source>event log</source>
            <translation>イベントログ</translation>
        </message>
        <message>
            <source>Report written %1.</source>
            <translation>レポート作成 %1。</translation>
        </message>
        <message>
            <source>State: %1.</source>
            <translation>状態: %1。</translation>
        </message>
        <message>
            <source>%1 of %2 epochs trained.</source>
            <translation>%2 エポック中 %1 エポックを学習しました。</translation>
        </message>
        <message>
            <source>requested %1 %2; %3</source>
            <translation>要求値 %1 %2。%3</translation>
        </message>
        <message>
            <source>requested %1; the schedule asked for %2 at the last step %3; %4</source>
            <translation>指定 %1。最終ステップでのスケジュールの要求値 %2 %3。%4</translation>
        </message>
        <message>
            <source>Beside the reference run %1 (method %2), whose final test accuracy is %3 %4, this run's differs by %5.</source>
            <translation>比較対象のラン %1 (手法 %2) の最終テスト精度は %3 %4 です。このランはそれに対して %5 です。</translation>
        </message>
        <message>
            <source>The two runs differ in more than pruning: see %1.</source>
            <translation>2 つのランの違いはプルーニングだけではありません。「%1」を参照してください。</translation>
        </message>
        <message>
            <source>result</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>%1 Problems found while it was read: %2; see %3.</source>
            <translation>%1 読み込み中に見つかった問題: %2 件。「%3」を参照してください。</translation>
        </message>
        <message>
            <source>The record is damaged.</source>
            <translation>記録が壊れています。</translation>
        </message>
        <message>
            <source>limits and checks</source>
            <translation>制限事項と整合性チェック</translation>
        </message>
        <message>
            <source>Formula</source>
            <translation>数式</translation>
        </message>
        <message>
            <source>Prunescope %1</source>
            <translation>Prunescope %1</translation>
        </message>
        <message>
            <source>What became of the weights cannot be read from this record; see %1.</source>
            <translation>この記録からは、重みがどうなったかを読み取れません。「%1」を参照してください。</translation>
        </message>
        <message>
            <source>Test accuracy and sparsity over the run</source>
            <translation>ラン全体のテスト精度とスパース率</translation>
        </message>
        <message>
            <source>Test accuracy ends at %1; the achieved sparsity of the prunable weights at %2.</source>
            <translation>最終値: テスト精度 %1、プルーニング対象の重みの達成スパース率 %2。</translation>
        </message>
        <message>
            <source>Accuracy over the run</source>
            <translation>ラン全体の精度</translation>
        </message>
        <message>
            <source>Validation accuracy ends at %1, test accuracy at %2.</source>
            <translation>最終値: 検証精度 %1、テスト精度 %2。</translation>
        </message>
        <message>
            <source>Sparsity of the prunable weights over the run</source>
            <translation>ラン全体の、プルーニング対象の重みのスパース率</translation>
        </message>
        <message>
            <source>Requested sparsity ends at %1, achieved at %2.</source>
            <translation>最終値: 要求スパース率 %1、達成スパース率 %2。</translation>
        </message>
        <message>
            <source>Weights cut and revived at each mask update</source>
            <translation>マスク更新ごとに除去・復活した重み</translation>
        </message>
        <message>
            <source>In total %1 weights were cut and %2 revived.</source>
            <translation>合計で、重み %1 個を除去し、%2 個が復活しました。</translation>
        </message>
        <message>
            <source>The achieved sparsity of each prunable layer beside the requested one; the table below has the numbers.</source>
            <translation>プルーニング対象の各層の達成スパース率と要求値です。数値は下の表にあります。</translation>
        </message>
        <message>
            <source>Contents</source>
            <translation>目次</translation>
        </message>
        <message>
            <source>Origin of this number</source>
            <translation>この数値の出所</translation>
        </message>
        <message>
            <source>%1 samples</source>
            <translation>サンプル %1 件</translation>
        </message>
        <message>
            <source>%1 event</source>
            <translation>イベント %1 件</translation>
        </message>
        <message>
            <source>%1 events</source>
            <translation>イベント %1 件</translation>
        </message>
        <message>
            <source>%1 gap</source>
            <translation>欠落 %1 件</translation>
        </message>
        <message>
            <source>%1 gaps</source>
            <translation>欠落 %1 件</translation>
        </message>
        <message>
            <source>Its figures are those of the moment it ended at.</source>
            <translation>数値は終了時点のものです。</translation>
        </message>
        <message>
            <source>evaluations, split %1, step %2 (epoch %3)</source>
            <translation>evaluations、split %1、ステップ %2 (エポック %3)</translation>
        </message>
        <message>
            <source>%1, the last by step: sum of the diagonal of the confusion matrix over the sum of all its entries = %2 / %3.</source>
            <translation>%1、ステップが最後のもの: 混同行列の対角の和 ÷ 全要素の和 = %2 / %3。</translation>
        </message>
        <message>
            <source>%1: %2 / %3. The highest of all test evaluations, reached at sparsity %4; not the result.</source>
            <translation>%1: %2 / %3。全テスト評価のうち最高で、スパース率 %4 のときのものです。結果ではありません。</translation>
        </message>
        <message>
            <source>%1: %2 / %3. The last test evaluation at sparsity 0 before the first step with a pruned weight.</source>
            <translation>%1: %2 / %3。最初に重みが除去されたステップより前の、スパース率 0 での最後のテスト評価です。</translation>
        </message>
        <message>
            <source>%1, the last by step: %2 / %3.</source>
            <translation>%1、ステップが最後のもの: %2 / %3。</translation>
        </message>
        <message>
            <source>guard %1</source>
            <translation>監視 %1</translation>
        </message>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 ほか %2 件</translation>
        </message>
        <message>
            <source>%1 (event %2)</source>
            <translation>%1 (イベント %2)</translation>
        </message>
        <message>
            <source>%1 (events %2)</source>
            <translation>%1 (イベント %2)</translation>
        </message>
        <message>
            <source>test accuracy %1</source>
            <translation>テスト精度 %1</translation>
        </message>
        <message>
            <source>test accuracy %1 at epoch %2</source>
            <translation>テスト精度 %1 (エポック %2)</translation>
        </message>
        <message>
            <source>Dense run: none of %1 prunable weights removed; %2.</source>
            <translation>プルーニングなしのラン: プルーニング対象の重み %1 個は 1 つも除去していません。%2。</translation>
        </message>
        <message>
            <source>Unfinished dense run: none of %1 prunable weights removed; %2.</source>
            <translation>未完了のプルーニングなしのラン: プルーニング対象の重み %1 個は 1 つも除去していません。%2。</translation>
        </message>
        <message>
            <source>%1 of %2 prunable weights removed, %3 requested; %4.</source>
            <translation>プルーニング対象の重み %2 個の %1 を除去 (指定: %3)。%4。</translation>
        </message>
        <message>
            <source>Unfinished run: %1 of %2 prunable weights removed, %3 requested; %4.</source>
            <translation>未完了のラン: プルーニング対象の重み %2 個の %1 を除去 (指定: %3)。%4。</translation>
        </message>
        <message>
            <source>p(t) = %1 from step %2 on, %3 before it</source>
            <translation>p(t) = %1 (ステップ %2 以降)、それより前は %3</translation>
        </message>
        <message>
            <source>p(t) = monotone cubic (Fritsch &amp; Carlson 1980) through the %1 knots at %2</source>
            <translation>p(t) = %1 個の制御点を通る単調 3 次補間 (Fritsch &amp; Carlson 1980)、%2</translation>
        </message>
        <message>
            <source>reference run: %1</source>
            <translation>比較対象のラン: %1</translation>
        </message>
        <message>
            <source>there are %1 incomplete reports beside it</source>
            <translation>不完全なレポートが横に %1 件あります</translation>
        </message>
        <message>
            <source>%1, %2.</source>
            <translation>%1、%2。</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1、%2</translation>
        </message>
        <message>
            <source>the number %1</source>
            <translation>数値 %1</translation>
        </message>
        <message>
            <source>the text %1</source>
            <translation>文字列 %1</translation>
        </message>
        <message>
            <source>metadata with distinct names</source>
            <translation>重複しない名前のメタデータ</translation>
        </message>
        <message>
            <source>dtype, shape and data_offsets of %1</source>
            <translation>%1 の dtype、shape、data_offsets</translation>
        </message>
        <message>
            <source>%1 twice</source>
            <translation>2 回現れる %1</translation>
        </message>
        <message>
            <source>%1 of %2 once</source>
            <translation>%2 の %1 が 1 回</translation>
        </message>
        <message>
            <source>it twice</source>
            <translation>2 回</translation>
        </message>
        <message>
            <source>a list</source>
            <translation>リスト</translation>
        </message>
        <message>
            <source>the end of the list</source>
            <translation>リストの終わり</translation>
        </message>
        <message>
            <source>tensor %1</source>
            <translation>テンソル %1</translation>
        </message>
        <message>
            <source>valid JSON in the header</source>
            <translation>ヘッダーの正しい JSON</translation>
        </message>
        <message>
            <source>a JSON object as header</source>
            <translation>ヘッダーの JSON オブジェクト</translation>
        </message>
        <message>
            <source>an object under %1</source>
            <translation>%1 のオブジェクト</translation>
        </message>
        <message>
            <source>a text as metadata %1</source>
            <translation>メタデータ %1 の文字列</translation>
        </message>
        <message>
            <source>whole numbers from 0 in the shape of %1</source>
            <translation>%1 の形状に 0 以上の整数</translation>
        </message>
        <message>
            <source>two whole numbers from 0 as data_offsets of %1</source>
            <translation>%1 の data_offsets に 0 以上の整数 2 個</translation>
        </message>
        <message>
            <source>a text as %1 of %2</source>
            <translation>%2 の %1 に文字列</translation>
        </message>
        <message>
            <source>a list as %1 of %2</source>
            <translation>%2 の %1 にリスト</translation>
        </message>
        <message>
            <source>tensors with distinct names</source>
            <translation>重複しない名前のテンソル</translation>
        </message>
        <message>
            <source>at most %1 dimensions in %2</source>
            <translation>%2 の次元は %1 個以下</translation>
        </message>
        <message>
            <source>one more</source>
            <translation>それより多い次元</translation>
        </message>
        <message>
            <source>F32, U8 or I64 as dtype of %1</source>
            <translation>%1 の dtype に F32、U8、I64 のいずれか</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2 の %1</translation>
        </message>
        <message>
            <source>rising data_offsets of %1</source>
            <translation>%1 の昇順の data_offsets</translation>
        </message>
        <message>
            <source>%1 with fewer than 2^64 bytes</source>
            <translation>2^64 バイト未満の %1</translation>
        </message>
        <message>
            <source>a shape that asks for more</source>
            <translation>それを超える形状</translation>
        </message>
        <message>
            <source>%1 bytes for the shape of %2</source>
            <translation>%2 の形状に対して %1 バイト</translation>
        </message>
        <message>
            <source>data_offsets of %1</source>
            <translation>%1 バイト分の data_offsets</translation>
        </message>
        <message>
            <source>'{' at the start of the header</source>
            <translation>ヘッダーの先頭に「{」</translation>
        </message>
        <message>
            <source>'}' and spaces at the end of the header</source>
            <translation>ヘッダーの末尾に「}」と空白</translation>
        </message>
        <message>
            <source>a header of at most %1 bytes</source>
            <translation>%1 バイト以下のヘッダー</translation>
        </message>
        <message>
            <source>a header of %1 bytes</source>
            <translation>%1 バイトのヘッダー</translation>
        </message>
        <message>
            <source>the end of the file after %1</source>
            <translation>%1 バイトの後にファイルの終わり</translation>
        </message>
        <message>
            <source>tensor %1 to start where the one before it ends, at %2</source>
            <translation>前のテンソルの終わり %2 から始まるテンソル %1</translation>
        </message>
        <message>
            <source>an overlap at %1</source>
            <translation>%1 で重なり</translation>
        </message>
        <message>
            <source>a hole at %1</source>
            <translation>%1 に空き</translation>
        </message>
        <message>
            <source>tensor %1 to end within %2 bytes</source>
            <translation>%2 バイト以内に終わるテンソル %1</translation>
        </message>
        <message>
            <source>its end at %1</source>
            <translation>%1 で終わるテンソル</translation>
        </message>
        <message>
            <source>the end of the file after the last tensor</source>
            <translation>最後のテンソルの後にファイルの終わり</translation>
        </message>
        <message>
            <source>8 bytes with the length of the header</source>
            <translation>ヘッダーの長さを示す 8 バイト</translation>
        </message>
        <message>
            <source>a file of %1</source>
            <translation>%1 バイトのファイル</translation>
        </message>
        <message>
            <source>an unknown failure</source>
            <translation>原因不明のエラー</translation>
        </message>
        <message>
        <source>How evenly a layer's kept weights are attended to; 1 is a dense network: the mean over them of A = b + (1 − b) n, n the magnitude within the layer, b = (1 − p)^z the floor.</source>
        <translation>層の保持された重みにどれだけ均等に注意が向くかです。1 は密なネットワークです: A = b + (1 − b) n の平均で、n は層内での絶対値、b = (1 − p)^z は下限です。</translation>
    </message>
    <message>
        <source>Attention by layer</source>
        <translation>層ごとの注意値</translation>
    </message>
    <message>
        <source>Attention of all</source>
        <translation>全重みの注意値</translation>
    </message>
    <message>
        <source>Attention of all weights by layer</source>
        <translation>層ごとの全重みの注意値</translation>
    </message>
    <message>
        <source>The mean of A over all weights of the layer, pruned ones too.</source>
        <translation>プルーニングされた重みも含む、層のすべての重みについての A の平均です。</translation>
    </message>
    <message>
        <source>b = (1 − p)^z, the least that any weight is attended to.</source>
        <translation>b = (1 − p)^z。どの重みにも向く注意値の最小です。</translation>
    </message>
    <message>
        <source>Attention strength by layer</source>
        <translation>層ごとの注意強度</translation>
    </message>
    <message>
        <source>How fast the attention floor b = (1 − p)^z falls as sparsity p rises.</source>
        <translation>スパース率 p が上がるにつれて注意の下限 b = (1 − p)^z が下がる速さです。</translation>
    </message>
    <message>
        <source>this method has no such option to change while it runs</source>
        <translation>この手法に、実行中に変えられるそのようなオプションはありません</translation>
    </message>
    <message>
        <source>Start a run with the value that is wanted.</source>
        <translation>望む値で新しい実行を開始してください。</translation>
    </message>
        <message>
        <source>%1 over the run</source>
        <translation>実行全体の%1</translation>
    </message>
    <message>
        <source>%1 (dashed); %2</source>
        <translation>%1 (破線)。%2</translation>
    </message>
    <message>
        <source>Kept and achieved: %1. Cut and revived over %2 mask updates: %3.</source>
        <translation>保持と実現: %1。%2 回のマスク更新での切除と復活: %3。</translation>
    </message>
    <message>
        <source>%1 Figures of the method at the last mask update: %2.</source>
        <translation>%1 最後のマスク更新時の手法の指標: %2。</translation>
    </message>
    <message>
        <source>Figures of the method</source>
        <translation>手法の指標</translation>
    </message>
    <message>
        <source>layer_statistics, in this order: %1</source>
        <translation>layer_statistics、次の順: %1</translation>
    </message>
        <message>
        <source>Unknown option</source>
        <translation>不明なオプション</translation>
    </message>
        <message>
            <source>this is the run's own file of weights</source>
            <translation>これはランの重みファイルそのものです</translation>
        </message>
        <message>
            <source>Choose another name or folder.</source>
            <translation>別の名前またはフォルダーを選んでください。</translation>
        </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1 から %2 までの数</translation>
    </message>
    <message>
        <source>a whole number from 1 to %1</source>
        <translation>1 から %1 までの整数</translation>
    </message>
    <message>
        <source>a figure with its quartiles in order</source>
        <translation>四分位数が順に並んだ値</translation>
    </message>
    <message>
        <source>either true or false</source>
        <translation>true または false</translation>
    </message>
    <message>
        <source>a reason of this program for doubt, or none</source>
        <translation>このプログラムが記録する測定の問題点、または none</translation>
    </message>
    <message>
        <source>Delete the file, or move it away: the run can be measured again.</source>
        <translation>ファイルを削除するか、別の場所へ移してください。ランは測定し直せます。</translation>
    </message>
    <message>
        <source>has version %1 of the measurements; this program knows version %2</source>
        <translation>測定結果の形式がバージョン %1 です (このプログラムが読めるのはバージョン %2)</translation>
    </message>
    <message>
        <source>Open the run with the Prunescope that measured it, or move the file away.</source>
        <translation>測定に使った Prunescope でランを開くか、ファイルを別の場所へ移してください。</translation>
    </message>
    <message>
        <source>Measured speed</source>
        <translation>実測速度</translation>
    </message>
    <message>
        <source>Times with all weights and with those that this run kept; in brackets the middle half of the rounds</source>
        <translation>すべての重みを使う場合と、このランで保持された重みだけを使う場合の時間 (括弧内は全測定の中央の半分の範囲)</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>処理</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>このラン</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>高速化率</translation>
    </message>
    <message>
        <source>Pays from</source>
        <translation>効果の出るスパース率</translation>
    </message>
    <message>
        <source>One sample, one thread, ms</source>
        <translation>サンプル 1 件、1 スレッド、ms</translation>
    </message>
    <message>
        <source>Batch of %1 samples, ms</source>
        <translation>サンプル %1 件のバッチ、ms</translation>
    </message>
    <message>
        <source>The same, samples/s</source>
        <translation>同、サンプル/秒</translation>
    </message>
    <message>
        <source>Training step while masks move, ms</source>
        <translation>学習の 1 ステップ (探索フェーズ)、ms</translation>
    </message>
    <message>
        <source>Training step with frozen masks, ms</source>
        <translation>学習の 1 ステップ (活用フェーズ)、ms</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>測定日時</translation>
    </message>
    <message>
        <source>Time taken by other programs</source>
        <translation>ほかのプログラムが使った時間</translation>
    </message>
    <message>
        <source>Times: %1. Sparsity from which on a kind of work pays: %2; where the lowest that was measured paid already, it is that one.</source>
        <translation>時間: %1。処理ごとの効果が出始めるスパース率: %2。測定した最低のスパース率ですでに効果がある場合は、その値です。</translation>
    </message>
    <message>
        <source>measurement.json in the run folder, its newest: the network as deployed on random samples, in rounds, in turn with the same network with all of its weights. Times are medians of the rounds, speed-ups are taken round by round, the spread is from the lower to the upper quartile.</source>
        <translation>ランのフォルダーにある measurement.json の最新の測定です。推論用に変換したネットワークを乱数のサンプルで測定し、すべての重みを使う同じネットワークと交互に何回か測定しています。時間は測定の中央値、高速化率は測定の回ごとの比、ばらつきは第 1 四分位数から第 3 四分位数までです。</translation>
    </message>
    <message>
        <source>Sparsity that pays</source>
        <translation>効果が出るスパース率</translation>
    </message>
    <message>
        <source>measurement.json: where the lower quartile of the speed-up passes 1, on a straight line between two sparsities that were measured.</source>
        <translation>measurement.json: 高速化率の第 1 四分位数が 1 を超えるスパース率です。測定した 2 つのスパース率の間を直線で補間しています。</translation>
    </message>
    <message>
        <source>%1 or less for %2</source>
        <translation>%2は %1 以下</translation>
    </message>
    <message>
        <source>about %1 for %2</source>
        <translation>%2は約 %1</translation>
    </message>
    <message>
        <source>One sample takes %1 ms (median of %2 rounds); no weight is pruned.</source>
        <translation>サンプル 1 件にかかる時間は %1 ms です (測定 %2 回の中央値)。プルーニングされた重みはありません。</translation>
    </message>
    <message>
        <source>One sample takes %1 ms dense and %2 ms pruned (%3, median of %4 rounds, spread %5 to %6).</source>
        <translation>サンプル 1 件にかかる時間は、プルーニングなしで %1 ms、プルーニング後は %2 ms です (%3、測定 %4 回の中央値、ばらつき %5 ～ %6)。</translation>
    </message>
    <message>
        <source>In batches of %1: %2 samples/s.</source>
        <translation>%1 件のバッチ: %2 サンプル/秒。</translation>
    </message>
    <message>
        <source>In batches of %1: %2 samples/s dense and %3 pruned (%4, spread %5 to %6).</source>
        <translation>%1 件のバッチ: プルーニングなしで %2 サンプル/秒、プルーニング後は %3 サンプル/秒 (%4、ばらつき %5 ～ %6)。</translation>
    </message>
    <message>
        <source>A training step takes %1 of a dense one while masks move (spread %2 to %3) and %4 with frozen masks (spread %5 to %6).</source>
        <translation>学習の 1 ステップにかかる時間は、プルーニングなしに対して探索フェーズで %1 倍 (ばらつき %2 ～ %3)、活用フェーズで %4 倍 (ばらつき %5 ～ %6) です。</translation>
    </message>
    <message>
        <source>one sample</source>
        <translation>サンプル 1 件</translation>
    </message>
    <message>
        <source>a batch</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>a step while masks move</source>
        <translation>探索フェーズのステップ</translation>
    </message>
    <message>
        <source>a step with frozen masks</source>
        <translation>活用フェーズのステップ</translation>
    </message>
    <message>
        <source>Pays from a sparsity of: %1 (estimated between the sparsities measured).</source>
        <translation>効果が出るスパース率: %1 (測定したスパース率の間を補間した推定値)。</translation>
    </message>
    <message>
        <source>Measured in too few rounds (%1), not conclusive.</source>
        <translation>測定回数が少なすぎるため (%1 回)、結論は出せません。</translation>
    </message>
    <message>
        <source>A run trained meanwhile: spread %1, not conclusive.</source>
        <translation>測定中にランが学習していました。ばらつきは %1 で、結論は出せません。</translation>
    </message>
    <message>
        <source>Machine busy, other programs took %1 of the processors' time: spread %2, not conclusive.</source>
        <translation>マシンがほかの処理で使われていました (プロセッサー時間の %1)。ばらつきは %2 で、結論は出せません。</translation>
    </message>
    <message>
        <source>Machine unsteady: spread %1, not conclusive.</source>
        <translation>マシンの速度が不安定でした。ばらつきは %1 で、結論は出せません。</translation>
    </message>
    <message>
        <source>Faster than this machine's own limits, measured beside it: disturbed, not conclusive.</source>
        <translation>同時に測定したこのマシンの性能上限より速い値です。測定が乱れており、結論は出せません。</translation>
    </message>
    <message>
        <source>an unknown processor</source>
        <translation>不明なプロセッサー</translation>
    </message>
    <message>
        <source>Measured %1 on %2, threads: %3, batch %4.</source>
        <translation>測定日時 %1、%2、スレッド数 %3、バッチ %4。</translation>
    </message>
        <message>
            <source>layers with a share each, such as conv1=0,fc1=0.9; a share is %1</source>
            <translation>層と割合の組 (例: conv1=0,fc1=0.9)。割合は %1</translation>
        </message>
        <message>
            <source>Budget by layer</source>
            <translation>層ごとの上限</translation>
        </message>
        <message>
            <source>Largest share of a layer's weights that may be cut; with 0 the layer is never pruned, and a layer without a budget gets what the scope gives it.</source>
            <translation>層の重みのうち、除去してよい割合の上限です。0 の層はプルーニングされません。上限のない層の割合は範囲の設定に従います。</translation>
        </message>
        <message>
            <source>the target %1 keeps %2 weights, but the budgets of the layers need %3, so at most %4 is possible</source>
            <translation>目標 %1 で保持される重みは %2 個ですが、層ごとの上限を守るには %3 個必要なため、指定できるのは %4 までです</translation>
        </message>
        <message>
            <source>Lower schedule.target or allow more in pruning.layers.</source>
            <translation>schedule.target を下げるか、pruning.layers の上限を上げてください。</translation>
        </message>
        <message>
            <source>the budget %1 of layer '%2' is not from 0 to 1</source>
            <translation>層「%2」の上限 %1 が範囲 (0 以上 1 以下) を外れています</translation>
        </message>
        <message>
            <source>Give a share from 0 to 1 of the layer's weights.</source>
            <translation>層の重みに対する割合を 0 以上 1 以下で指定してください。</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Pruned at most, by layer</source>
            <translation>層ごとのプルーニングの上限</translation>
        </message>
        <message>
            <source>The budgets of layers come before that rule: a layer with a budget never loses more than it allows, and the other layers lose more instead.</source>
            <translation>層ごとの上限はこの規則より優先されます。上限のある層では上限を超えて除去せず、その分をほかの層で除去します。</translation>
        </message>
        <message>
            <source>No layer ever lost more than floor(p N) of its N weights, p being its budget.</source>
            <translation>どの層でも、N 個の重みのうち除去した数が floor(p N) を超えたことはありません (p は層の上限)。</translation>
        </message>
        <message>
            <source>%1 counts compared; above a budget: %2.</source>
            <translation>比較した値: %1 個、上限を超えたもの: %2 個。</translation>
        </message>
        <message>
            <source>No layer lost weights meanwhile.</source>
            <translation>その間に重みを失った層はありません。</translation>
        </message>
        <message>
            <source>Lost most of their weights meanwhile: %1.</source>
            <translation>その間に失った重みの割合が大きい層: %1。</translation>
        </message>
        <message>
            <source>Validation accuracy fell from %1 at epoch %2 to %3 at epoch %4; up to %5 points would be chance or usual here. %6</source>
            <translation>検証精度が %1 (エポック %2) から %3 (エポック %4) に下がりました。%5 ポイントまでの差は、偶然または通常の変動の範囲です。%6</translation>
        </message>
        <message>
            <source>relu</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>flatten</source>
            <translation>平坦化</translation>
        </message>
        <message>
            <source>dropout</source>
            <translation>ドロップアウト</translation>
        </message>
        <message>
            <source>max pool</source>
            <translation>最大プーリング</translation>
        </message>
        <message>
            <source>average pool</source>
            <translation>平均プーリング</translation>
        </message>
        <message>
            <source>subsample</source>
            <translation>間引き</translation>
        </message>
        <message>
            <source>add</source>
            <translation>加算</translation>
        </message>
        <message>
            <source>At %1 sparsity</source>
            <translation>スパース率 %1 では、</translation>
        </message>
        <message>
            <source>At %1 of stored weights</source>
            <translation>重みのサイズ %1 では、</translation>
        </message>
        <message>
            <source>At %1 ms for one sample</source>
            <translation>サンプル 1 件あたり %1 ms では、</translation>
        </message>
        <message>
            <source>%1 %2 has the highest accuracy; too little is known to judge %3.</source>
            <translation>%1%2 の精度が最も高くなっていますが、情報が足りないため %3 との差は判断できません。</translation>
        </message>
        <message>
            <source>%1 %2 cannot be told apart from %3: the intervals overlap.</source>
            <translation>%1%2 と %3 に差があるとは言えません (区間が重なっています)。</translation>
        </message>
        <message>
            <source>%1 %2 is ahead of %3: the intervals do not overlap.</source>
            <translation>%1%2 が %3 を上回っています (区間は重なっていません)。</translation>
        </message>
        <message>
            <source>%1 %2 cannot be told apart from %3: the intervals overlap. It is ahead of %4: there they do not.</source>
            <translation>%1%2 と %3 に差があるとは言えません (区間が重なっています)。また、%4 を上回っています (区間は重なっていません)。</translation>
        </message>
        <message>
            <source>accuracy fell</source>
            <translation>精度の低下</translation>
        </message>
        <message>
            <source>No fall of validation accuracy was found in %1 measurements: none was larger than %2 standard errors of the difference and than %3 times the usual change between neighbouring measurements (%4).</source>
            <translation>%1 回の測定で検証精度の低下は見つかりませんでした: 差の標準誤差の %2 倍と、隣り合う測定の間の通常の変化の %3 倍の、両方を上回る低下はありません (%4)。</translation>
        </message>
        <message>
            <source>Falls that neither chance nor the run's own ups and downs explain, measured on %1 validation samples</source>
            <translation>偶然でもラン自体の変動でも説明できない低下 (検証サンプル %1 件で測定)</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>低下前</translation>
        </message>
        <message>
            <source>After</source>
            <translation>低下後</translation>
        </message>
        <message>
            <source>Sparsity then</source>
            <translation>その時のスパース率</translation>
        </message>
        <message>
            <source>Lost most weights</source>
            <translation>失った重みの割合が大きい層</translation>
        </message>
        <message>
            <source>Events just before</source>
            <translation>直前のイベント</translation>
        </message>
        <message>
            <source>Falls of validation accuracy</source>
            <translation>検証精度の低下</translation>
        </message>
        <message>
            <source>The first %1 of %2 falls are shown.</source>
            <translation>%2 件の低下のうち、最初の %1 件を示しています。</translation>
        </message>
        <message>
            <source>A fall counts when it is larger than %1 standard errors of the difference and than %2 times the usual change between neighbouring measurements (%3). Layers: the share of their weights that was cut in between, less what was revived. Events: the last ones in between.</source>
            <translation>差の標準誤差の %1 倍と、隣り合う測定の間の通常の変化の %2 倍の、両方を上回る低下を数えます (%3)。層: その間に除去された重みから復活した重みを引いた、その層の重みに対する割合。イベント: その間の最後のもの。</translation>
        </message>
        <message>
            <source>evaluations, split validation: each against the highest of the %1 in front of it. The usual change is the median of the last %2 changes between neighbours, scaled like a standard deviation. layer_statistics between the two: cut less revived, over the layer's weights.</source>
            <translation>evaluations、split validation: それぞれを、その前の %1 回のうち最も高いものと比べます。通常の変化は、隣り合う測定の間の直近 %2 回の変化の中央値を、標準偏差に相当する大きさにしたものです。両者の間の layer_statistics: 除去された数から復活した数を引き、その層の重みの数で割ります。</translation>
        </message>
        <message>
            <source>the file is empty</source>
            <translation>ファイルが空です</translation>
        </message>
        <message>
            <source>expected a JPEG or PNG picture, found another kind of file</source>
            <translation>JPEG または PNG の画像が必要ですが、別の種類のファイルでした</translation>
        </message>
        <message>
            <source>Convert the picture to JPEG or PNG, or take it away.</source>
            <translation>画像を JPEG か PNG に変換するか、取り除いてください。</translation>
        </message>
        <message>
            <source>the picture claims %1 x %2 pixels, more than the %3 that are read</source>
            <translation>画像は %1 x %2 画素とされていますが、読み込めるのは %3 画素までです</translation>
        </message>
        <message>
            <source>Make the picture smaller, or take it away.</source>
            <translation>画像を小さくするか、取り除いてください。</translation>
        </message>
        <message>
            <source>expected pictures in the folder of a class, found a folder</source>
            <translation>クラスのフォルダーには画像が必要ですが、フォルダーがありました</translation>
        </message>
        <message>
            <source>Put its pictures one folder higher, or take it away.</source>
            <translation>中の画像を 1 つ上のフォルダーに移すか、フォルダーを取り除いてください。</translation>
        </message>
        <message>
            <source>the class has no picture</source>
            <translation>このクラスには画像がありません</translation>
        </message>
        <message>
            <source>Put JPEG or PNG pictures into its folder, or take the folder away.</source>
            <translation>フォルダーに JPEG か PNG の画像を入れるか、フォルダーを取り除いてください。</translation>
        </message>
        <message>
            <source>is a link that leads out of the folder of the pictures, or nowhere</source>
            <translation>画像フォルダーの外を指すリンクか、リンク先のないリンクです</translation>
        </message>
        <message>
            <source>Put what it leads to in its place, or take it away: such links are not followed.</source>
            <translation>リンク先の実体をその場所に置くか、リンクを取り除いてください。このようなリンクはたどりません。</translation>
        </message>
        <message>
            <source>holds more than %1 pictures, the most that are read</source>
            <translation>画像が %1 枚を超えています。読み込めるのはそこまでです</translation>
        </message>
        <message>
            <source>Name a folder with fewer.</source>
            <translation>画像のより少ないフォルダーを指定してください。</translation>
        </message>
        <message>
            <source>expected a folder with pictures to test on beside it, found none of %1</source>
            <translation>隣にテスト用画像のフォルダーが必要ですが、%1 のどれもありません</translation>
        </message>
        <message>
            <source>Put one there; or name the folder %1 itself, of which a part is then held back.</source>
            <translation>そこに置くか、フォルダー %1 そのものを指定してください。その場合は一部がテスト用に取り分けられます。</translation>
        </message>
        <message>
            <source>expected from 2 to %1 folders with the pictures of a class in each, found %2</source>
            <translation>クラスごとに画像を入れたフォルダーが 2 ～ %1 個必要ですが、%2 個でした</translation>
        </message>
        <message>
            <source>Sort the pictures into a folder for each class.</source>
            <translation>画像をクラスごとのフォルダーに分けてください。</translation>
        </message>
        <message>
            <source>the class %1 is not there, although there are pictures of it to train on</source>
            <translation>クラス %1 がありません。学習用の画像にはこのクラスがあります</translation>
        </message>
        <message>
            <source>the class %1 is there, and no picture of it to train on</source>
            <translation>クラス %1 がありますが、学習用の画像にはこのクラスがありません</translation>
        </message>
        <message>
            <source>Both parts must have a folder for each class.</source>
            <translation>両方にすべてのクラスのフォルダーが必要です。</translation>
        </message>
        <message>
            <source>changed while the pictures were read</source>
            <translation>画像の読み込み中に変更されました</translation>
        </message>
        <message>
            <source>Another program writes into the folder: try again when it has finished.</source>
            <translation>別のプログラムがフォルダーに書き込んでいます。終わってからもう一度試してください。</translation>
        </message>
        <message>
            <source>%1; one more picture is damaged</source>
            <translation>%1。ほかにもう 1 枚の画像が壊れています</translation>
        </message>
        <message>
            <source>%1; %2 more pictures are damaged</source>
            <translation>%1。ほかに %2 枚の画像が壊れています</translation>
        </message>
        <message>
            <source>With data.skip_damaged damaged pictures are left out.</source>
            <translation>data.skip_damaged を指定すると、壊れた画像は除かれます。</translation>
        </message>
        <message>
            <source>expected pictures of %1 x %2 pixels like the first one, found %3</source>
            <translation>最初の画像と同じ %1 x %2 画素の画像が必要ですが、%3 がありました</translation>
        </message>
        <message>
            <source>Give the size that all are to have: data.size=32.</source>
            <translation>すべての画像に共通のサイズを指定してください (data.size=32)。</translation>
        </message>
        <message>
            <source>the pictures would take %1 GB of memory, and this machine has %2</source>
            <translation>画像には %1 GB のメモリが必要ですが、このマシンには %2 GB しかありません</translation>
        </message>
        <message>
            <source>Give a smaller data.size, or name a folder with fewer pictures.</source>
            <translation>data.size を小さくするか、画像のより少ないフォルダーを指定してください。</translation>
        </message>
        <message>
            <source>of the class %1 no picture is left: all are damaged</source>
            <translation>クラス %1 の画像が 1 枚も残りません。すべて壊れています</translation>
        </message>
        <message>
            <source>Copy or download its pictures again, or take its folder away.</source>
            <translation>画像をコピーまたはダウンロードし直すか、フォルダーを取り除いてください。</translation>
        </message>
        <message>
            <source>Name the folder that holds a folder of pictures for each class, or such folders train and test (data_dir, --data-dir DIR).</source>
            <translation>クラスごとの画像フォルダーを含むフォルダー、またはそのような train と test を含むフォルダーを指定してください (data_dir、--data-dir DIR)。</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>Rows and columns of pixels that every picture gets: its largest square around the middle, shrunk or enlarged. 0 leaves pictures as they are, which must then have the same size.</source>
            <translation>すべての画像の縦横の画素数です。中央の最大の正方形を切り出し、縮小または拡大します。0 では画像をそのまま使いますが、すべて同じサイズでなければなりません。</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>色</translation>
        </message>
        <message>
            <source>auto: grey when all pictures are grey, otherwise red, green and blue.</source>
            <translation>auto: すべての画像がグレーならグレー、そうでなければ赤・緑・青です。</translation>
        </message>
        <message>
            <source>Skip damaged pictures</source>
            <translation>壊れた画像を除く</translation>
        </message>
        <message>
            <source>Leaves damaged pictures out and records how many, instead of refusing the folder.</source>
            <translation>壊れた画像があるフォルダーを拒否せず、その画像を除いて枚数を記録します。</translation>
        </message>
        <message>
            <source>Image folder</source>
            <translation>画像フォルダー</translation>
        </message>
        <message>
            <source>Pictures in JPEG or PNG, in a folder for each class, from a folder that you name.</source>
            <translation>クラスごとのフォルダーに分けた JPEG または PNG の画像です。指定したフォルダーから読み込みます。</translation>
        </message>
        <message>
            <source>the JPEG picture is damaged: %1</source>
            <translation>JPEG 画像が壊れています: %1</translation>
        </message>
        <message>
            <source>the JPEG picture is stored in more than %1 passes</source>
            <translation>JPEG 画像が %1 回を超えるパスで保存されています</translation>
        </message>
        <message>
            <source>the PNG picture ends early</source>
            <translation>PNG 画像が途中で終わっています</translation>
        </message>
        <message>
            <source>the PNG picture is damaged: %1</source>
            <translation>PNG 画像が壊れています: %1</translation>
        </message>
        <message>
            <source>Copy or download the file again, or take it away.</source>
            <translation>ファイルをコピーまたはダウンロードし直すか、取り除いてください。</translation>
        </message>
        <message>
            <source>Damaged files that were left out: %1. The first of them: %2</source>
            <translation>除かれた壊れたファイル: %1。最初のもの: %2</translation>
        </message>
        <message>
            <source>both in the shape %1</source>
            <translation>形状 %1 の両方</translation>
        </message>
        <message>
            <source>neither in the shape %1</source>
            <translation>形状 %1 のどちらにもありません</translation>
        </message>
        <message>
            <source>expected 1, 3 or 4 channels in the second or in the last dimension, found %1</source>
            <translation>2 番目か最後の次元のどちらか一方が 1、3、4 チャネルのはずですが、見つかったのは: %1</translation>
        </message>
        <message>
            <source>Say where the channels are: data.layout nchw (second) or nhwc (last).</source>
            <translation>チャネルの位置を data.layout で指定してください: nchw (2 番目) または nhwc (最後)。</translation>
        </message>
        <message>
            <source>expected rows of a table (2 dimensions), grey images (3) or images with channels (4), found the shape %1</source>
            <translation>表の行 (2 次元)、グレー画像 (3 次元)、チャネルのある画像 (4 次元) のいずれかのはずですが、形状は %1 でした</translation>
        </message>
        <message>
            <source>Save it in one of these shapes, such as x.reshape(len(x), -1).</source>
            <translation>いずれかの形状で保存してください (例: x.reshape(len(x), -1))。</translation>
        </message>
        <message>
            <source>expected at most %1 columns or channels, found %2 in the shape %3</source>
            <translation>列またはチャネルは %1 以下のはずですが、%2 でした (形状 %3)</translation>
        </message>
        <message>
            <source>Leave columns out, or save images with their height and width.</source>
            <translation>列を減らすか、画像は高さと幅のある形状で保存してください。</translation>
        </message>
        <message>
            <source>expected labels in one dimension, found the shape %1</source>
            <translation>ラベルは 1 次元のはずですが、形状は %1 でした</translation>
        </message>
        <message>
            <source>Save the number of each class, such as numpy.argmax(y, axis=1) of one column for each class.</source>
            <translation>クラスの番号を保存してください (クラスごとに列がある場合の例: numpy.argmax(y, axis=1))。</translation>
        </message>
        <message>
            <source>expected images or rows of %1 numbers (channels, height, width), as in %2, found %3</source>
            <translation>%2 と同じく %1 個の数値 (チャネル、高さ、幅) の画像または行のはずですが、%3 でした</translation>
        </message>
        <message>
            <source>Save both arrays in the same shape but for their number of images.</source>
            <translation>画像の数以外は同じ形状で両方の配列を保存してください。</translation>
        </message>
        <message>
            <source>expected numbers of the same kind as in %1</source>
            <translation>%1 と同じ種類の数値のはずです</translation>
        </message>
        <message>
            <source>Save both arrays with the same element type.</source>
            <translation>両方の配列を同じ要素の型で保存してください。</translation>
        </message>
        <message>
            <source>expected %1 or one .npz file, found %2</source>
            <translation>%1 または .npz ファイル 1 つが必要ですが、見つかったのは: %2</translation>
        </message>
        <message>
            <source>expected %1 or one .npz file, found several: %2</source>
            <translation>%1 または .npz ファイル 1 つが必要ですが、複数ありました: %2</translation>
        </message>
        <message>
            <source>Name the .npz file itself (data_dir, --data-dir DIR).</source>
            <translation>.npz ファイルそのものを指定してください (data_dir, --data-dir DIR)。</translation>
        </message>
        <message>
            <source>Unpack the data set's binary version, and name the folder that holds its .bin files (data_dir, --data-dir DIR).</source>
            <translation>データセットのバイナリ版を展開し、.bin ファイルのあるフォルダーを指定してください (data_dir, --data-dir DIR)。</translation>
        </message>
        <message>
            <source>Colour 32 x 32 pictures of ten kinds of animals and vehicles, 50,000 to train and 10,000 to test, in their binary version.</source>
            <translation>10 種類の動物と乗り物のカラー画像 (32 x 32)。学習用 50,000 枚、テスト用 10,000 枚。バイナリ版を読み込みます。</translation>
        </message>
        <message>
            <source>Colour 32 x 32 pictures of a hundred classes in twenty groups, 50,000 to train and 10,000 to test, in their binary version.</source>
            <translation>20 グループ 100 クラスのカラー画像 (32 x 32)。学習用 50,000 枚、テスト用 10,000 枚。バイナリ版を読み込みます。</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>ラベル</translation>
        </message>
        <message>
            <source>What is learned: the hundred classes (fine) or their twenty groups (coarse).</source>
            <translation>学習する対象: 100 クラス (fine) または 20 グループ (coarse)。</translation>
        </message>
        <message>
            <source>expected at most %1 images in all, found more</source>
            <translation>画像は合計 %1 枚以下のはずですが、それより多くありました</translation>
        </message>
        <message>
            <source>expected images of %1 bytes each, found the end after %2 bytes of image %3</source>
            <translation>画像は 1 枚 %1 バイトのはずですが、%2 バイトで終わっています (画像 %3)</translation>
        </message>
        <message>
            <source>The file is incomplete or of another kind: check its name, or copy or download it again.</source>
            <translation>ファイルが不完全か、別の種類のものです。名前を確認するか、もう一度コピーまたはダウンロードしてください。</translation>
        </message>
        <message>
            <source>line %1: expected the name of a class in UTF-8, of 1 to %2 bytes, found %3</source>
            <translation>%1 行目: UTF-8 で 1 から %2 バイトのクラス名が必要ですが、%3 でした</translation>
        </message>
        <message>
            <source>Write one name in each line.</source>
            <translation>1 行に 1 つの名前を書いてください。</translation>
        </message>
        <message>
            <source>line %1: %2 stands in line %3, too</source>
            <translation>%1 行目: %2 は %3 行目にもあります</translation>
        </message>
        <message>
            <source>Give each class a name of its own.</source>
            <translation>クラスごとに異なる名前を付けてください。</translation>
        </message>
        <message>
            <source>line %1: expected %2 names, one for each class, found %3</source>
            <translation>%1 行目: クラスごとに 1 つ、%2 個の名前が必要ですが、%3 個でした</translation>
        </message>
        <message>
            <source>Write a name for each class, one a line, in the order of the labels.</source>
            <translation>ラベルの順に、クラスの名前を 1 行に 1 つずつ書いてください。</translation>
        </message>
        <message>
            <source>'%1' leads out of the data's folder</source>
            <translation>「%1」はデータのフォルダーの外を指しています</translation>
        </message>
        <message>
            <source>Give a name without a slash, of something in the folder.</source>
            <translation>フォルダー内にあるものの、スラッシュを含まない名前を指定してください。</translation>
        </message>
        <message>
            <source>0x08 (unsigned byte)</source>
            <translation>0x08 (符号なしバイト)</translation>
        </message>
        <message>
            <source>0x08, 0x09, 0x0b or 0x0c (whole numbers)</source>
            <translation>0x08、0x09、0x0b、0x0c のいずれか (整数)</translation>
        </message>
        <message>
            <source>expected element type %1, found %2</source>
            <translation>要素の型は %1 のはずですが、%2 でした</translation>
        </message>
        <message>
            <source>label %1: expected at most %2 classes, found %3 as one more</source>
            <translation>ラベル %1: クラスは %2 個以下のはずですが、さらに %3 がありました</translation>
        </message>
        <message>
            <source>label %1: expected one of the training labels %2, found %3</source>
            <translation>ラベル %1: 学習ラベル %2 のいずれかのはずですが、%3 でした</translation>
        </message>
        <message>
            <source>A class needs samples to train on: leave out what has none, or check that the files belong together.</source>
            <translation>クラスには学習用のサンプルが必要です。サンプルのないクラスを除くか、ファイルの組み合わせを確認してください。</translation>
        </message>
        <message>
            <source>Grey pictures of any size and their classes, in MNIST's file naming (IDX), from a folder that you name.</source>
            <translation>任意の大きさのグレー画像とそのクラス。MNIST のファイル名 (IDX) で、指定したフォルダーから読み込みます。</translation>
        </message>
        <message>
            <source>Class names</source>
            <translation>クラス名</translation>
        </message>
        <message>
            <source>Text file in the data folder with the name of each class, one a line; where there is no classes.txt, or this is empty, each is named by its label.</source>
            <translation>クラスの名前を 1 行に 1 つずつ書いた、データフォルダー内のテキストファイル。classes.txt がない場合や空欄の場合は、ラベルがそのまま名前になります。</translation>
        </message>
        <message>
            <source>The file is damaged or was not written by NumPy: save the array anew with numpy.save.</source>
            <translation>ファイルが壊れているか、NumPy で書かれたものではありません。numpy.save で配列を保存し直してください。</translation>
        </message>
        <message>
            <source>Python objects are not unpickled, since that can run any program: save plain arrays of numbers, without allow_pickle.</source>
            <translation>Python オブジェクトの読み込み (unpickle) は任意のプログラムを実行しうるため行いません。allow_pickle を使わず、数値だけの配列を保存してください。</translation>
        </message>
        <message>
            <source>Save numbers instead of texts, such as numpy.unique(y, return_inverse=True)[1].</source>
            <translation>文字列ではなく数値を保存してください (例: numpy.unique(y, return_inverse=True)[1])。</translation>
        </message>
        <message>
            <source>Save it as whole numbers or as float32, such as x.astype(numpy.float32).</source>
            <translation>整数または float32 で保存してください (例: x.astype(numpy.float32))。</translation>
        </message>
        <message>
            <source>the key '%1'</source>
            <translation>キー「%1」</translation>
        </message>
        <message>
            <source>the end of the header</source>
            <translation>ヘッダーの終わり</translation>
        </message>
        <message>
            <source>one of the keys descr, fortran_order and shape</source>
            <translation>descr、fortran_order、shape のいずれかのキー</translation>
        </message>
        <message>
            <source>each key once</source>
            <translation>各キーは 1 回だけ</translation>
        </message>
        <message>
            <source>a text in quotes</source>
            <translation>引用符で囲まれた文字列</translation>
        </message>
        <message>
            <source>True or False</source>
            <translation>True または False</translation>
        </message>
        <message>
            <source>at most %1 dimensions</source>
            <translation>%1 次元以下</translation>
        </message>
        <message>
            <source>a whole number from 0</source>
            <translation>0 以上の整数</translation>
        </message>
        <message>
            <source>expected an array of numbers, found records with fields of their own</source>
            <translation>数値の配列のはずですが、フィールドのあるレコードでした</translation>
        </message>
        <message>
            <source>Save each field as an array of its own.</source>
            <translation>フィールドごとに別の配列として保存してください。</translation>
        </message>
        <message>
            <source>expected whole numbers or numbers of 16, 32 or 64 bits, found element type %1</source>
            <translation>整数または 16、32、64 ビットの数値のはずですが、要素の型は %1 でした</translation>
        </message>
        <message>
            <source>the header of the array is damaged: expected %1, found %2</source>
            <translation>配列のヘッダーが壊れています: %1 のはずですが、%2 でした</translation>
        </message>
        <message>
            <source>Check that it is the right file under the right name, saved with numpy.save.</source>
            <translation>numpy.save で保存した正しいファイルが正しい名前になっているか確認してください。</translation>
        </message>
        <message>
            <source>expected an array of NumPy's (.npy), found %1</source>
            <translation>NumPy の配列 (.npy) のはずですが、%1 でした</translation>
        </message>
        <message>
            <source>expected version 1.0, 2.0 or 3.0 of the format, found %1.%2</source>
            <translation>形式のバージョンは 1.0、2.0、3.0 のいずれかのはずですが、%1.%2 でした</translation>
        </message>
        <message>
            <source>header's length</source>
            <translation>ヘッダーの長さ</translation>
        </message>
        <message>
            <source>header</source>
            <translation>ヘッダー</translation>
        </message>
        <message>
            <source>expected a header of at most %1 bytes, found %2</source>
            <translation>ヘッダーは %1 バイト以下のはずですが、%2 バイトでした</translation>
        </message>
        <message>
            <source>the array is empty: its shape is %1</source>
            <translation>配列が空です: 形状は %1 です</translation>
        </message>
        <message>
            <source>Save an array that holds something, or leave the file out.</source>
            <translation>空でない配列を保存するか、ファイルを除いてください。</translation>
        </message>
        <message>
            <source>expected an array of at most %1 bytes, found the shape %2</source>
            <translation>配列は %1 バイト以下のはずですが、形状は %2 でした</translation>
        </message>
        <message>
            <source>at index %1: expected %2, found %3</source>
            <translation>添字 %1: %2 のはずですが、%3 でした</translation>
        </message>
        <message>
            <source>expected at most %1 numbers, found %2 in the shape %3</source>
            <translation>数値は %1 個以下のはずですが、%2 個でした (形状 %3)</translation>
        </message>
        <message>
            <source>The array is too large for this program: save fewer rows or smaller images.</source>
            <translation>この配列は本プログラムには大きすぎます。行を減らすか、画像を小さくして保存してください。</translation>
        </message>
        <message>
            <source>a finite number that 32 bits can hold</source>
            <translation>32 ビットで表せる有限の数値</translation>
        </message>
        <message>
            <source>Fill the gap or leave the row out; scale numbers that are too large.</source>
            <translation>欠損値を埋めるか、その行を除いてください。大きすぎる数値はスケーリングしてください。</translation>
        </message>
        <message>
            <source>expected labels that are whole numbers, found element type %1</source>
            <translation>ラベルは整数のはずですが、要素の型は %1 でした</translation>
        </message>
        <message>
            <source>Save the number of each class, such as y.astype(numpy.int64).</source>
            <translation>クラスの番号を保存してください (例: y.astype(numpy.int64))。</translation>
        </message>
        <message>
            <source>a label below 2^63</source>
            <translation>2^63 未満のラベル</translation>
        </message>
        <message>
            <source>Number the classes from 0.</source>
            <translation>クラスには 0 から番号を付けてください。</translation>
        </message>
        <message>
            <source>Name the .npz file, or the folder that holds it or the .npy files (data_dir, --data-dir DIR); how the arrays are called is said with data.x_train and so on.</source>
            <translation>.npz ファイル、またはそれか .npy ファイルのあるフォルダーを指定してください (data_dir, --data-dir DIR)。配列の名前は data.x_train などで指定します。</translation>
        </message>
        <message>
            <source>expected %1 labels, one for each image or row of %2, found %3</source>
            <translation>%2 の画像または行ごとに 1 つ、%1 個のラベルが必要ですが、%3 個でした</translation>
        </message>
        <message>
            <source>The two arrays do not belong together: check their names.</source>
            <translation>2 つの配列の組み合わせが違います。名前を確認してください。</translation>
        </message>
        <message>
            <source>Training images</source>
            <translation>学習画像</translation>
        </message>
        <message>
            <source>Name of the array with the images or rows to train on.</source>
            <translation>学習に使う画像または行の配列の名前。</translation>
        </message>
        <message>
            <source>Training labels</source>
            <translation>学習ラベル</translation>
        </message>
        <message>
            <source>Name of the array with their labels, whole numbers.</source>
            <translation>そのラベル (整数) の配列の名前。</translation>
        </message>
        <message>
            <source>Test images</source>
            <translation>テスト画像</translation>
        </message>
        <message>
            <source>Name of the array with the images or rows to test on; where neither it nor its labels are there, they are drawn from those to train on.</source>
            <translation>テストに使う画像または行の配列の名前。この配列もラベルもない場合は、学習用の配列から選び出します。</translation>
        </message>
        <message>
            <source>Test labels</source>
            <translation>テストラベル</translation>
        </message>
        <message>
            <source>Name of the array with the labels of the test images.</source>
            <translation>テスト画像のラベルの配列の名前。</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>レイアウト</translation>
        </message>
        <message>
            <source>Where the channels of images are: last (nhwc), second (nchw), or where a dimension of 1, 3 or 4 stands (auto).</source>
            <translation>画像のチャネルの位置: 最後 (nhwc)、2 番目 (nchw)、または 1、3、4 の次元がある位置 (auto)。</translation>
        </message>
        <message>
            <source>Test share</source>
            <translation>テストの割合</translation>
        </message>
        <message>
            <source>Seed of the test share</source>
            <translation>テスト選択のシード</translation>
        </message>
        <message>
            <source>NumPy arrays</source>
            <translation>NumPy 配列</translation>
        </message>
        <message>
            <source>Images or rows of numbers and their labels as arrays of NumPy's, in a .npz file or in .npy files.</source>
            <translation>画像または数値の行とそのラベル。NumPy の配列として .npz ファイルまたは .npy ファイルから読み込みます。</translation>
        </message>
        <message>
            <source>The file is damaged or no .npz file: copy it again, or save it anew with numpy.savez.</source>
            <translation>ファイルが壊れているか、.npz ファイルではありません。もう一度コピーするか、numpy.savez で保存し直してください。</translation>
        </message>
        <message>
            <source>expected a zip archive of arrays, found none: %1</source>
            <translation>配列の zip アーカイブのはずですが、違いました: %1</translation>
        </message>
        <message>
            <source>cannot be unpacked: %1</source>
            <translation>展開できません: %1</translation>
        </message>
        <message>
            <source>is damaged after byte %1 of the unpacked content: %2</source>
            <translation>展開後のバイト %1 より先が壊れています: %2</translation>
        </message>
        <message>
            <source>expected at most %1 arrays, found %2</source>
            <translation>配列は %1 個以下のはずですが、%2 個でした</translation>
        </message>
        <message>
            <source>expected each array once, found two with the name '%1'</source>
            <translation>各配列は 1 つだけのはずですが、「%1」という名前の配列が 2 つあります</translation>
        </message>
        <message>
            <source>no array</source>
            <translation>配列なし</translation>
        </message>
        <message>
            <source>expected the array %1, found %2</source>
            <translation>配列 %1 が必要ですが、見つかったのは: %2</translation>
        </message>
        <message>
            <source>Save it under that name, or say how it is called (data.x_train and so on).</source>
            <translation>その名前で保存するか、配列の名前を指定してください (data.x_train など)。</translation>
        </message>
        <message>
            <source>expected an array that anybody can read, found an encrypted one</source>
            <translation>暗号化されていない配列が必要ですが、暗号化されていました</translation>
        </message>
        <message>
            <source>expected an array that is stored or deflated, found method %1 of packing</source>
            <translation>無圧縮または deflate の配列が必要ですが、圧縮方式は %1 でした</translation>
        </message>
        <message>
            <source>Save it anew with numpy.savez or numpy.savez_compressed.</source>
            <translation>numpy.savez または numpy.savez_compressed で保存し直してください。</translation>
        </message>
        <message>
            <source>test split</source>
            <translation>テストデータの分割</translation>
        </message>
        <message>
            <source>%1 samples, drawn from the training files once for all seeds (data.test_fraction, data.test_seed); measured only</source>
            <translation>サンプル %1 件 (学習ファイルから全シード共通で選び出したもの: data.test_fraction, data.test_seed。測定のみ)</translation>
        </message>
        <message>
            <source>expected %1 numbers as metadata '%2', with an x between them, found %3</source>
            <translation>メタデータ「%2」は x で区切った %1 個の数値のはずですが、%3 でした</translation>
        </message>
        <message>
            <source>Share of every class that is drawn for the test where the data have no test part.</source>
            <translation>データにテスト用の部分がない場合に、各クラスからテスト用に選び出す割合です。</translation>
        </message>
        <message>
            <source>Decides what is drawn for the test; runs with other seeds keep the same test.</source>
            <translation>どれをテスト用に選ぶかを決めます。シードの異なるランでもテストは同じです。</translation>
        </message>
        <message>
            <source>column %1 (%2)</source>
            <translation>列 %1 (%2)</translation>
        </message>
        <message>
            <source>column %1</source>
            <translation>列 %1</translation>
        </message>
        <message>
            <source>line %1: %2</source>
            <translation>%1 行目: %2</translation>
        </message>
        <message>
            <source>line %1, %2: %3</source>
            <translation>%1 行目、%2: %3</translation>
        </message>
        <message>
            <source>%1 has %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Write @attribute NAME TYPE, where the type is numeric, real, integer or the categories in braces.</source>
            <translation>@attribute 名前 型 の形で書いてください。型は numeric、real、integer、または波括弧で囲んだカテゴリーです。</translation>
        </message>
        <message>
            <source>expected @attribute or @data, found %1</source>
            <translation>@attribute か @data があるはずですが、%1 があります</translation>
        </message>
        <message>
            <source>expected @relation, found %1</source>
            <translation>@relation があるはずですが、%1 があります</translation>
        </message>
        <message>
            <source>Check that the file is whole and an ARFF file.</source>
            <translation>ファイルが欠けていないか、ARFF ファイルかどうかを確認してください。</translation>
        </message>
        <message>
            <source>the header ends without @data</source>
            <translation>ヘッダーが @data なしで終わっています</translation>
        </message>
        <message>
            <source>expected at most %1 columns, found more</source>
            <translation>列は %1 個までですが、それより多くあります</translation>
        </message>
        <message>
            <source>Give a table with fewer columns.</source>
            <translation>列の少ない表を指定してください。</translation>
        </message>
        <message>
            <source>expected a name of at most %1 bytes, found one of %2</source>
            <translation>名前は %1 バイトまでですが、%2 バイトあります</translation>
        </message>
        <message>
            <source>the name %1 was declared before</source>
            <translation>名前 %1 はすでに宣言されています</translation>
        </message>
        <message>
            <source>Give every attribute a name of its own.</source>
            <translation>属性ごとに異なる名前を付けてください。</translation>
        </message>
        <message>
            <source>expected a type, found %1</source>
            <translation>型があるはずですが、%1 があります</translation>
        </message>
        <message>
            <source>expected at most %1 categories of at most %2 bytes each</source>
            <translation>カテゴリーは %1 個まで、それぞれ %2 バイトまでです</translation>
        </message>
        <message>
            <source>the category %1 is declared twice</source>
            <translation>カテゴリー %1 が 2 回宣言されています</translation>
        </message>
        <message>
            <source>Declare every category once.</source>
            <translation>カテゴリーはそれぞれ 1 回だけ宣言してください。</translation>
        </message>
        <message>
            <source>expected a comma or a closing brace behind a category, found %1</source>
            <translation>カテゴリーの後にはコンマか閉じ波括弧があるはずですが、%1 があります</translation>
        </message>
        <message>
            <source>Put categories with blanks or commas in quotes, and all of them in one line.</source>
            <translation>空白やコンマを含むカテゴリーは引用符で囲み、すべてを 1 行に書いてください。</translation>
        </message>
        <message>
            <source>expected two attributes at least, the label and one more, found %1</source>
            <translation>属性はラベルともう 1 つの、少なくとも 2 個が必要ですが、%1 個しかありません</translation>
        </message>
        <message>
            <source>the line is longer than %1 bytes</source>
            <translation>行が %1 バイトを超えています</translation>
        </message>
        <message>
            <source>Check that it is the right file.</source>
            <translation>正しいファイルかどうかを確認してください。</translation>
        </message>
        <message>
            <source>expected a value, found none</source>
            <translation>値があるはずですが、ありません</translation>
        </message>
        <message>
            <source>Write ? for a value that is not known.</source>
            <translation>不明な値には ? と書いてください。</translation>
        </message>
        <message>
            <source>the quote that opens here is not closed in its line</source>
            <translation>ここで始まる引用符が同じ行で閉じられていません</translation>
        </message>
        <message>
            <source>Close the quote where the value ends; a quote within it follows a backslash.</source>
            <translation>値の終わりで引用符を閉じてください。値の中の引用符の前にはバックスラッシュを置きます。</translation>
        </message>
        <message>
            <source>expected a comma or a closing brace behind the value, found %1</source>
            <translation>値の後にはコンマか閉じ波括弧があるはずですが、%1 があります</translation>
        </message>
        <message>
            <source>expected the end of the line behind the closing brace, found %1</source>
            <translation>閉じ波括弧の後で行が終わるはずですが、%1 があります</translation>
        </message>
        <message>
            <source>expected the number of a column from %1 up to %2, counted from 0 and rising, found %3</source>
            <translation>列の番号 (0 から数え、昇順、%1 から %2 まで) があるはずですが、%3 があります</translation>
        </message>
        <message>
            <source>Write a sparse row in braces, number and value in turn, each number once and rising.</source>
            <translation>スパース形式の行は、番号と値を交互に波括弧の中に書いてください。番号は昇順で、それぞれ 1 回だけです。</translation>
        </message>
        <message>
            <source>found a weight of the row, which is not read</source>
            <translation>行の重みがありますが、これは読み込めません</translation>
        </message>
        <message>
            <source>Take the weights out.</source>
            <translation>重みを取り除いてください。</translation>
        </message>
        <message>
            <source>Give every row one value for each attribute, in quotes where it holds a blank or a comma.</source>
            <translation>どの行にも属性ごとに値を 1 つ書いてください。空白やコンマを含む値は引用符で囲みます。</translation>
        </message>
        <message>
            <source>expected numbers or categories, found an attribute of type %1</source>
            <translation>数値かカテゴリーが必要ですが、属性の型が %1 です</translation>
        </message>
        <message>
            <source>Leave the column out (data.leave_out), or declare it as numeric or with its categories.</source>
            <translation>その列を除外するか (data.leave_out)、numeric またはカテゴリーとして宣言してください。</translation>
        </message>
        <message>
            <source>expected a file or folder of %1, found something that is no folder and no file</source>
            <translation>%1 のファイルかフォルダーが必要ですが、どちらでもないものがあります</translation>
        </message>
        <message>
            <source>expected a file or folder of %1, found nothing there</source>
            <translation>%1 のファイルかフォルダーが必要ですが、そこには何もありません</translation>
        </message>
        <message>
            <source>Name a CSV, TSV or ARFF file, or a folder that holds one (data_dir, --data-dir DIR).</source>
            <translation>CSV、TSV、ARFF のファイルか、それを含むフォルダーを指定してください (data_dir, --data-dir DIR)。</translation>
        </message>
        <message>
            <source>Rows of numbers and categories with a class each, from a CSV, TSV or ARFF file that you name.</source>
            <translation>指定した CSV、TSV、ARFF ファイルの表。行は数値とカテゴリーからなり、それぞれにクラスがあります。</translation>
        </message>
        <message>
            <source>Give the test file the columns of the other, the label among them; or take it away, and a share of the rows is tested on (data.test_fraction).</source>
            <translation>テスト用ファイルには、ラベルを含めてもう一方のファイルと同じ列を用意してください。テスト用ファイルを取り除けば、行の一部がテストに使われます (data.test_fraction)。</translation>
        </message>
        <message>
            <source>expected the %1 columns of %2, found %3</source>
            <translation>%2 と同じ %1 個の列があるはずですが、%3 個です</translation>
        </message>
        <message>
            <source>expected the column %1, as in %2</source>
            <translation>%2 と同じく列 %1 があるはずです</translation>
        </message>
        <message>
            <source>the names of columns, categories and classes take %1 bytes, more than the %2 that a record holds</source>
            <translation>列、カテゴリー、クラスの名前が合わせて %1 バイトあり、記録できる %2 バイトを超えています</translation>
        </message>
        <message>
            <source>Give shorter names, or leave columns out (data.leave_out).</source>
            <translation>名前を短くするか、列を除外してください (data.leave_out)。</translation>
        </message>
        <message>
            <source>Leave the column out (data.leave_out) or check the file.</source>
            <translation>その列を除外するか (data.leave_out)、ファイルを確認してください。</translation>
        </message>
        <message>
            <source>more than %1 different texts</source>
            <translation>異なる文字列が %1 個を超えています</translation>
        </message>
        <message>
            <source>the columns of texts have more than %1 different ones together</source>
            <translation>文字列の列を合わせると、異なる文字列が %1 個を超えています</translation>
        </message>
        <message>
            <source>%1 is no number, and as a column of texts it has %2</source>
            <translation>%1 が数値でないため、この列は文字列の列として扱われますが、次の問題があります: %2</translation>
        </message>
        <message>
            <source>Choose another label column (data.label).</source>
            <translation>別のラベル列を選んでください (data.label)。</translation>
        </message>
        <message>
            <source>one class only, %1: nothing can be learned</source>
            <translation>クラスが %1 の 1 つしかなく、何も学習できません</translation>
        </message>
        <message>
            <source>a class of its own for each of the %1 rows</source>
            <translation>%1 行のすべてが互いに異なるクラスです</translation>
        </message>
        <message>
            <source>Choose another label column (data.label); numbers that are to be predicted are no classes.</source>
            <translation>別のラベル列を選んでください (data.label)。予測したい数値はクラスではありません。</translation>
        </message>
        <message>
            <source>expected a class that the training rows have, found %1</source>
            <translation>学習用の行にあるクラスのはずですが、%1 です</translation>
        </message>
        <message>
            <source>Mend the class, or take the row out of the test file.</source>
            <translation>クラスを直すか、その行をテスト用ファイルから取り除いてください。</translation>
        </message>
        <message>
            <source>Leave the column out (data.leave_out).</source>
            <translation>その列を除外してください (data.leave_out)。</translation>
        </message>
        <message>
            <source>no value in any row to train on</source>
            <translation>学習用のどの行にも値がありません</translation>
        </message>
        <message>
            <source>%1 categories, more than the %2 that are allowed</source>
            <translation>カテゴリーが %1 個あり、上限の %2 個を超えています</translation>
        </message>
        <message>
            <source>another category in each of the %1 rows to train on</source>
            <translation>学習用の %1 行のすべてが互いに異なるカテゴリーです</translation>
        </message>
        <message>
            <source>nothing but numbers in the rows to train on</source>
            <translation>学習用の行には数値しかありません</translation>
        </message>
        <message>
            <source>Mend the value, or leave the column out (data.leave_out).</source>
            <translation>値を直すか、その列を除外してください (data.leave_out)。</translation>
        </message>
        <message>
            <source>categories that make more than %1 inputs, with those of the columns before</source>
            <translation>カテゴリーによる入力が、前の列の分と合わせて %1 個を超えています</translation>
        </message>
        <message>
            <source>Leave out columns with many categories (data.leave_out).</source>
            <translation>カテゴリーの多い列を除外してください (data.leave_out)。</translation>
        </message>
        <message>
            <source>the folder cannot be read: %1</source>
            <translation>フォルダーを読み込めません: %1</translation>
        </message>
        <message>
            <source>Check its permissions.</source>
            <translation>アクセス権を確認してください。</translation>
        </message>
        <message>
            <source>expected one table, or train.csv and test.csv, found %1</source>
            <translation>表が 1 つ、または train.csv と test.csv があるはずですが、%1 があります</translation>
        </message>
        <message>
            <source>Name the file instead of its folder (data_dir, --data-dir FILE), and the one to test on as data.test_file.</source>
            <translation>フォルダーではなくファイルを指定し (data_dir, --data-dir FILE)、テスト用のファイルは data.test_file で指定してください。</translation>
        </message>
        <message>
            <source>expected a table (.csv, .tsv, .tab or .arff), found none</source>
            <translation>表 (.csv、.tsv、.tab、.arff) があるはずですが、ありません</translation>
        </message>
        <message>
            <source>Give columns with a rule each, such as age=fill,income=drop; a rule is refuse, drop or fill.</source>
            <translation>age=fill,income=drop のように、列ごとに規則を指定してください。規則は refuse、drop、fill のいずれかです。</translation>
        </message>
        <message>
            <source>%1 has no column %2</source>
            <translation>%1 には列 %2 がありません</translation>
        </message>
        <message>
            <source>Its columns have no names: give a number from 1 to %1.</source>
            <translation>列に名前がありません。1 から %1 までの番号を指定してください。</translation>
        </message>
        <message>
            <source>several columns of %1 have the name %2</source>
            <translation>%1 には %2 という名前の列が複数あります</translation>
        </message>
        <message>
            <source>Give the number of the column, from 1 to %1.</source>
            <translation>列の番号を 1 から %1 までで指定してください。</translation>
        </message>
        <message>
            <source>Label column</source>
            <translation>ラベル列</translation>
        </message>
        <message>
            <source>Column with the class of each row, by name or by number from 1; empty takes the last one.</source>
            <translation>各行のクラスがある列。名前か、1 から数えた番号で指定します。空欄なら最後の列です。</translation>
        </message>
        <message>
            <source>Columns left out</source>
            <translation>除外する列</translation>
        </message>
        <message>
            <source>Columns that are not read, by name or number, with commas between them.</source>
            <translation>読み込まない列。名前か番号をコンマで区切って指定します。</translation>
        </message>
        <message>
            <source>Missing values</source>
            <translation>欠損値</translation>
        </message>
        <message>
            <source>What to do about an empty value, ?, -, NA, N/A, NaN or null: refuse the table, drop the row, or fill in the mean or the most frequent category of the rows to train on.</source>
            <translation>空の値、?、-、NA、N/A、NaN、null の扱い。表を拒否する (refuse)、行を除く (drop)、または学習用の行の平均か最も多いカテゴリーで埋めます (fill)。</translation>
        </message>
        <message>
            <source>Missing values of columns</source>
            <translation>列ごとの欠損値</translation>
        </message>
        <message>
            <source>The same for single columns, such as age=fill,income=drop.</source>
            <translation>個々の列についての同じ設定。例: age=fill,income=drop。</translation>
        </message>
        <message>
            <source>Separator</source>
            <translation>区切り文字</translation>
        </message>
        <message>
            <source>What stands between the values of a CSV or TSV file; auto finds out.</source>
            <translation>CSV・TSV ファイルで値の間にある文字。auto は自動で判定します。</translation>
        </message>
        <message>
            <source>Decimal sign</source>
            <translation>小数点の記号</translation>
        </message>
        <message>
            <source>Decimal sign of the numbers in a CSV or TSV file; auto finds out.</source>
            <translation>CSV・TSV ファイルの数値の小数点の記号。auto は自動で判定します。</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>ヘッダー</translation>
        </message>
        <message>
            <source>Whether the first line of a CSV or TSV file names the columns; auto finds out.</source>
            <translation>CSV・TSV ファイルの 1 行目が列名かどうか。auto は自動で判定します。</translation>
        </message>
        <message>
            <source>Test file</source>
            <translation>テスト用ファイル</translation>
        </message>
        <message>
            <source>File with the rows to test on, beside the other; empty takes a share of the rows.</source>
            <translation>テストに使う行のファイル。もう一方のファイルと同じフォルダーにあるものを指定します。空欄なら行の一部を使います。</translation>
        </message>
        <message>
            <source>of the columns of %1, %2 are left: a label and one more are needed</source>
            <translation>%1 の列のうち %2 個しか残りません。ラベルともう 1 つの列が必要です</translation>
        </message>
        <message>
            <source>Leave out fewer columns.</source>
            <translation>除外する列を減らしてください。</translation>
        </message>
        <message>
            <source>the label %1 is left out</source>
            <translation>ラベル %1 が除外されています</translation>
        </message>
        <message>
            <source>Choose another label, or take it from data.leave_out.</source>
            <translation>別のラベルを選ぶか、data.leave_out から外してください。</translation>
        </message>
        <message>
            <source>expected %1 values, found %2</source>
            <translation>値は %1 個のはずですが、%2 個あります</translation>
        </message>
        <message>
            <source>expected a number up to %1, found %2</source>
            <translation>%1 までの数値が必要ですが、%2 があります</translation>
        </message>
        <message>
            <source>expected a number, found %1</source>
            <translation>数値が必要ですが、%1 があります</translation>
        </message>
        <message>
            <source>expected a finite number, found %1</source>
            <translation>有限の数値が必要ですが、%1 があります</translation>
        </message>
        <message>
            <source>expected a category of at most %1 bytes, found a text of %2</source>
            <translation>カテゴリーは %1 バイトまでですが、%2 バイトの文字列があります</translation>
        </message>
        <message>
            <source>Leave the column out (data.leave_out): long texts are no categories.</source>
            <translation>その列を除外してください (data.leave_out)。長い文字列はカテゴリーになりません。</translation>
        </message>
        <message>
            <source>expected one of the values that are declared, found %1</source>
            <translation>宣言された値のどれかのはずですが、%1 があります</translation>
        </message>
        <message>
            <source>Declare the value, or mend it.</source>
            <translation>その値を宣言するか、直してください。</translation>
        </message>
        <message>
            <source>expected the class of the row, found none</source>
            <translation>行のクラスがあるはずですが、ありません</translation>
        </message>
        <message>
            <source>Mend the row, or drop such rows (data.missing: drop).</source>
            <translation>行を直すか、そのような行を除いてください (data.missing: drop)。</translation>
        </message>
        <message>
            <source>Drop such rows or fill in what is missing (data.missing: drop or fill), or leave the column out (data.leave_out).</source>
            <translation>そのような行を除くか欠損値を埋めるか (data.missing: drop または fill)、その列を除外してください (data.leave_out)。</translation>
        </message>
        <message>
            <source>expected rows, found none</source>
            <translation>行があるはずですが、ありません</translation>
        </message>
        <message>
            <source>each of the %1 rows lacks a value, so that all were dropped</source>
            <translation>%1 行のすべてに欠損値があるため、すべての行が除かれました</translation>
        </message>
        <message>
            <source>Check that the file is whole, and that its first line is a header (data.header).</source>
            <translation>ファイルが欠けていないか、1 行目がヘッダーかどうかを確認してください (data.header)。</translation>
        </message>
        <message>
            <source>Fill in what is missing (data.missing: fill), or leave out the columns with gaps (data.leave_out).</source>
            <translation>欠損値を埋めるか (data.missing: fill)、欠損のある列を除外してください (data.leave_out)。</translation>
        </message>
        <message>
            <source>Save the file as UTF-8 text.</source>
            <translation>ファイルを UTF-8 のテキストとして保存してください。</translation>
        </message>
        <message>
            <source>a gzip file</source>
            <translation>gzip ファイル</translation>
        </message>
        <message>
            <source>a zip file or a spreadsheet</source>
            <translation>zip ファイルか表計算ソフトのファイル</translation>
        </message>
        <message>
            <source>text in UTF-16</source>
            <translation>UTF-16 のテキスト</translation>
        </message>
        <message>
            <source>expected a table as text, found %1</source>
            <translation>テキスト形式の表が必要ですが、%1 です</translation>
        </message>
        <message>
            <source>Unpack it or save it as UTF-8 text with one record on each line.</source>
            <translation>展開するか、1 行に 1 レコードの UTF-8 テキストとして保存してください。</translation>
        </message>
        <message>
            <source>expected text, found a zero byte (byte %1 of the file)</source>
            <translation>テキストのはずですが、値 0 のバイトがあります (ファイルの %1 バイト目)</translation>
        </message>
        <message>
            <source>expected text in UTF-8, found the byte %1 (byte %2 of the file)</source>
            <translation>UTF-8 のテキストのはずですが、バイト %1 があります (ファイルの %2 バイト目)</translation>
        </message>
        <message>
            <source>would take about %1 bytes of memory, and the machine has %2</source>
            <translation>約 %1 バイトのメモリが必要ですが、このマシンには %2 バイトしかありません</translation>
        </message>
        <message>
            <source>Give fewer rows or columns, or a machine with more memory.</source>
            <translation>行か列を減らすか、メモリの多いマシンを使ってください。</translation>
        </message>
        <message>
            <source>This line seems to have %1 between its values, and the others %2: use one in the whole file.</source>
            <translation>この行の値の間には%1、ほかの行には%2があるようです。ファイル全体で同じ文字を使ってください。</translation>
        </message>
        <message>
            <source>Give every record one value for each column; a value that holds %1 stands in quotes.</source>
            <translation>どのレコードにも列ごとに値を 1 つ書いてください。%1を含む値は引用符で囲みます。</translation>
        </message>
        <message>
            <source>expected a number without groups of thousands, found %1</source>
            <translation>桁区切りのない数値が必要ですが、%1 があります</translation>
        </message>
        <message>
            <source>Write numbers without grouping, give the decimal sign (data.decimal: point or comma), or leave the column out (data.leave_out).</source>
            <translation>桁区切りなしで数値を書くか、小数点の記号を指定するか (data.decimal: point または comma)、その列を除外してください (data.leave_out)。</translation>
        </message>
        <message>
            <source>cannot tell whether this is a number with another decimal sign than the rest: found %1</source>
            <translation>ほかと異なる小数点の記号を使った数値かどうか判定できません: %1</translation>
        </message>
        <message>
            <source>Give the decimal sign (data.decimal: point or comma); what has the other one is text then.</source>
            <translation>小数点の記号を指定してください (data.decimal: point または comma)。もう一方の記号を使ったものは文字列になります。</translation>
        </message>
        <message>
            <source>expected two columns at least, the label and one more, found one value where %1 separates them</source>
            <translation>ラベルともう 1 つの、少なくとも 2 個の列が必要ですが、%1で区切ると値が 1 つしかありません</translation>
        </message>
        <message>
            <source>Give the separator (data.separator: comma, semicolon or tab).</source>
            <translation>区切り文字を指定してください (data.separator: comma、semicolon、tab)。</translation>
        </message>
        <message>
            <source>expected at most %1 columns, found %2</source>
            <translation>列は %1 個までですが、%2 個あります</translation>
        </message>
        <message>
            <source>Give a table with fewer columns, or check the separator (data.separator).</source>
            <translation>列の少ない表を指定するか、区切り文字を確認してください (data.separator)。</translation>
        </message>
        <message>
            <source>Check whether the first line is a header (data.header).</source>
            <translation>1 行目がヘッダーかどうかを確認してください (data.header)。</translation>
        </message>
        <message>
            <source>cannot tell whether this line names the columns: it has texts above some columns of numbers, and numbers above others</source>
            <translation>この行が列名かどうか判定できません。数値の列の上に、文字列があるものと数値があるものがあります</translation>
        </message>
        <message>
            <source>Say whether it is a header (data.header: yes or no).</source>
            <translation>ヘッダーかどうかを指定してください (data.header: yes または no)。</translation>
        </message>
        <message>
            <source>a tab</source>
            <translation>タブ</translation>
        </message>
        <message>
            <source>a semicolon</source>
            <translation>セミコロン</translation>
        </message>
        <message>
            <source>a comma</source>
            <translation>コンマ</translation>
        </message>
        <message>
            <source>is empty: expected a table, found no line with a value</source>
            <translation>空です。表があるはずですが、値のある行がありません</translation>
        </message>
        <message>
            <source>Close the quote where the value ends, and double every quote within it.</source>
            <translation>値の終わりで引用符を閉じ、値の中の引用符は 2 つ重ねてください。</translation>
        </message>
        <message>
            <source>the record that begins here is longer than %1 bytes</source>
            <translation>ここで始まるレコードが %1 バイトを超えています</translation>
        </message>
        <message>
            <source>A quote may be missing, or the file is no table with a record on each line.</source>
            <translation>引用符が欠けているか、1 行に 1 レコードの表ではないファイルです。</translation>
        </message>
        <message>
            <source>the quote that opens here is not closed</source>
            <translation>ここで始まる引用符が閉じられていません</translation>
        </message>
        <message>
            <source>expected %1 or the end of the line after the quote that closes the value begun in line %2, found %3</source>
            <translation>%2 行目で始まる値を閉じる引用符の後には %1 か行末があるはずですが、%3 があります</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>表</translation>
        </message>
        <message>
            <source>rgb</source>
            <translation>RGB</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>グレー</translation>
        </message>
        <message>
            <source>CIFAR-10</source>
            <translation>CIFAR-10</translation>
        </message>
        <message>
            <source>CIFAR-100</source>
            <translation>CIFAR-100</translation>
        </message>
        <message>
            <source>fine</source>
            <translation>細分類</translation>
        </message>
        <message>
            <source>coarse</source>
            <translation>大分類</translation>
        </message>
        <message>
            <source>nhwc</source>
            <translation>NHWC</translation>
        </message>
        <message>
            <source>nchw</source>
            <translation>NCHW</translation>
        </message>
        <message>
            <source>refuse</source>
            <translation>拒否</translation>
        </message>
        <message>
            <source>drop</source>
            <translation>行を除く</translation>
        </message>
        <message>
            <source>fill</source>
            <translation>補う</translation>
        </message>
        <message>
            <source>comma</source>
            <translation>コンマ</translation>
        </message>
        <message>
            <source>semicolon</source>
            <translation>セミコロン</translation>
        </message>
        <message>
            <source>tab</source>
            <translation>タブ</translation>
        </message>
        <message>
            <source>point</source>
            <translation>ピリオド</translation>
        </message>
        <message>
            <source>expected the files of %1, found what looks like the data set '%2'</source>
            <translation>%1 のファイルが必要ですが、データセット「%2」と思われるものがあります</translation>
        </message>
        <message>
            <source>Choose that data set (dataset, --dataset %1).</source>
            <translation>そのデータセットを選んでください (dataset、--dataset %1)。</translation>
        </message>
        <message>
            <source>What was made of each column, by the rows to train on</source>
            <translation>各列の扱い (学習用の行から決定)</translation>
        </message>
        <message>
            <source>Column</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>扱い</translation>
        </message>
        <message>
            <source>Inputs of the network</source>
            <translation>ネットワークへの入力数</translation>
        </message>
        <message>
            <source>one of %1 categories (%2), or another</source>
            <translation>%1 種類のカテゴリー (%2)またはその他</translation>
        </message>
        <message>
            <source>the label, which is learned</source>
            <translation>学習するラベル</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>除外</translation>
        </message>
        <message>
            <source>%1, filled with %2</source>
            <translation>%1 件、%2 で補完</translation>
        </message>
        <message>
            <source>%1, their rows left out</source>
            <translation>%1 件、その行を除外</translation>
        </message>
        <message>
            <source>is not a list of classes</source>
            <translation>はクラスのリストではありません</translation>
        </message>
        <message>
            <source>holds a value that is none of %1 classes</source>
            <translation>に %1 個のクラスのいずれでもない値があります</translation>
        </message>
        <message>
            <source>holds %1 answers to %2 samples</source>
            <translation>は %2 件のサンプルに対して %1 個の予測しか対応していません</translation>
        </message>
        <message>
            <source>a share from 0 to 1</source>
            <translation>0 から 1 までの割合</translation>
        </message>
        <message>
            <source>The final network beside that of the reference run %1.</source>
            <translation>最終ネットワークを、比較対象のラン %1 の最終ネットワークと並べます。</translation>
        </message>
        <message>
            <source>What makes the comparison less than fair stands in the chapter %1.</source>
            <translation>比較が公平でない理由は「%1」の章にあります。</translation>
        </message>
        <message>
            <source>The final network beside the network of this run before its first cut, at epoch %1. That one had trained for a shorter time: a part of what differs is training and not pruning. A dense reference run of the same length tells them apart.</source>
            <translation>最終ネットワークを、このランの最初の除去前 (エポック %1) のネットワークと並べます。そのネットワークは学習時間が短いため、違いの一部はプルーニングではなく学習によるものです。同じ長さのプルーニングなしのランを比較対象にすると、両者を区別できます。</translation>
        </message>
        <message>
            <source>Of %1 test samples, %2 are right in the first network alone and %3 in the pruned one alone. Were neither better, they would be divided at least as unevenly with a probability of %4 (McNemar's exact test, %5).</source>
            <translation>テストサンプル %1 件のうち、%2 件は第 1 のネットワークだけが、%3 件はプルーニング済みのネットワークだけが正解しています。両者に優劣がないとすれば、これ以上に偏る確率は %4 です (McNemar の正確検定、%5)。</translation>
        </message>
        <message>
            <source>The pruned network is worse than the first, by more than chance explains.</source>
            <translation>プルーニング済みのネットワークは、偶然では説明できないほど第 1 のネットワークより劣ります。</translation>
        </message>
        <message>
            <source>The pruned network is better than the first, by more than chance explains.</source>
            <translation>プルーニング済みのネットワークは、偶然では説明できないほど第 1 のネットワークより優れています。</translation>
        </message>
        <message>
            <source>Of none of the %1 classes does the interval of the change of recall lie below zero: no class is known to be hurt.</source>
            <translation>%1 クラスのうち、再現率の変化の信頼区間全体が 0 を下回るものはありません。影響を受けたといえるクラスはありません。</translation>
        </message>
        <message>
            <source>Of %1 of %2 classes, the whole interval of the change of recall lies below zero: %3.</source>
            <translation>%2 クラスのうち %1 クラスで、再現率の変化の信頼区間全体が 0 を下回ります: %3。</translation>
        </message>
        <message>
            <source>Classes by lost recall</source>
            <translation>再現率の低下が大きい順のクラス</translation>
        </message>
        <message>
            <source>Recall, first</source>
            <translation>再現率: 第 1</translation>
        </message>
        <message>
            <source>Recall, pruned</source>
            <translation>再現率: 除去後</translation>
        </message>
        <message>
            <source>Change, points</source>
            <translation>変化 (点)</translation>
        </message>
        <message>
            <source>95 % interval</source>
            <translation>95 % 信頼区間</translation>
        </message>
        <message>
            <source>Only first right</source>
            <translation>第 1 のみ正解</translation>
        </message>
        <message>
            <source>Only pruned right</source>
            <translation>除去後のみ正解</translation>
        </message>
        <message>
            <source>Precision and F1 of the same classes</source>
            <translation>同じクラスの適合率と F1</translation>
        </message>
        <message>
            <source>Precision, first</source>
            <translation>適合率: 第 1</translation>
        </message>
        <message>
            <source>Precision, pruned</source>
            <translation>適合率: 除去後</translation>
        </message>
        <message>
            <source>F1, first</source>
            <translation>F1: 第 1</translation>
        </message>
        <message>
            <source>F1, pruned</source>
            <translation>F1: 除去後</translation>
        </message>
        <message>
            <source>The first %1 of %2 classes are shown; all are in report.json.</source>
            <translation>%2 クラスのうち、最初の %1 クラスを示しています。すべては report.json にあります。</translation>
        </message>
        <message>
            <source>Intervals %1. Each stands for its class alone: by chance, about one class in forty that lost nothing has its whole interval below zero.</source>
            <translation>信頼区間: %1。それぞれ 1 クラスだけについてのものです。低下していないクラスでも、およそ 40 に 1 つは偶然に区間全体が 0 を下回ります。</translation>
        </message>
        <message>
            <source>So there is no network that the pruned one could stand beside. Give a dense run of the same experiment as the reference run to see whom pruning hurts.</source>
            <translation>そのため、プルーニング済みのネットワークと並べるネットワークがありません。同じ実験のプルーニングなしのランを比較対象に指定すると、どのクラスと画像が影響を受けたかが分かります。</translation>
        </message>
        <message>
            <source>Accuracy among the first five</source>
            <translation>上位 5 クラスでの精度 (top-5)</translation>
        </message>
        <message>
            <source>Macro precision</source>
            <translation>マクロ平均適合率</translation>
        </message>
        <message>
            <source>Macro recall</source>
            <translation>マクロ平均再現率</translation>
        </message>
        <message>
            <source>Expected calibration error</source>
            <translation>期待較正誤差 (ECE)</translation>
        </message>
        <message>
            <source>taken for %1; sample %2</source>
            <translation>予測: %1、サンプル %2</translation>
        </message>
        <message>
            <source>Taken for</source>
            <translation>予測クラス</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>サンプル</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>指標</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差</translation>
        </message>
        <message>
            <source>First: reference run</source>
            <translation>第 1: 比較対象のラン</translation>
        </message>
        <message>
            <source>First: before the first cut</source>
            <translation>第 1: 最初の除去前</translation>
        </message>
        <message>
            <source>Samples that only the pruned network gets wrong</source>
            <translation>プルーニング済みのネットワークだけが誤るサンプル</translation>
        </message>
        <message>
            <source>There is none.</source>
            <translation>ありません。</translation>
        </message>
        <message>
            <source>%1 of %2, of as many classes as possible, those that lost most first. Samples are numbered from 0 in the order of the test set.</source>
            <translation>%2 件のうち %1 件。なるべく多くのクラスから、低下の大きいクラスの順に示します。サンプルの番号はテストデータの順で 0 から始まります。</translation>
        </message>
        <message>
            <source>Their pictures cannot be shown: %1</source>
            <translation>画像を表示できません: %1</translation>
        </message>
        <message>
            <source>Classes without a test sample have no recall and no F1, and no mean counts them: %1.</source>
            <translation>テストサンプルのないクラスには再現率も F1 もなく、平均にも含まれません: %1。</translation>
        </message>
        <message>
            <source>Who is hurt</source>
            <translation>プルーニングの影響</translation>
        </message>
        <message>
            <source>The reference run was tested on other samples.</source>
            <translation>比較対象のランは別のサンプルでテストされています。</translation>
        </message>
        <message>
            <source>The reference run holds no test evaluation.</source>
            <translation>比較対象のランにはテスト評価がありません。</translation>
        </message>
        <message>
            <source>Before its first cut the network of this run was not trained.</source>
            <translation>このランのネットワークは、最初の除去の前には学習されていませんでした。</translation>
        </message>
        <message>
            <source>Which test samples were right was not recorded of both networks.</source>
            <translation>どのテストサンプルに正解したかは、両方のネットワークについては記録されていません。</translation>
        </message>
        <message>
            <source>The two networks were tested on samples in another order.</source>
            <translation>2 つのネットワークは異なる順序のサンプルでテストされています。</translation>
        </message>
        <message>
            <source>The two networks were not tested on the same samples.</source>
            <translation>2 つのネットワークは同じサンプルでテストされていません。</translation>
        </message>
        <message>
            <source>Same confusion matrix: plain mean of F1 = 2 TP / (2 TP + FP + FN) over the classes that occur; one without a sample has no F1.</source>
            <translation>同じ混同行列: 現れるクラスについての F1 = 2 TP / (2 TP + FP + FN) の単純平均。サンプルのないクラスに F1 はありません。</translation>
        </message>
        <message>
            <source>evaluations, calibration_error: over %1 equally wide bins of confidence, the largest softmax, the mean over the samples of |accuracy of the bin - mean confidence of the bin| (Guo et al. 2017, equation 3).</source>
            <translation>evaluations、calibration_error: 確信度 (ソフトマックスの最大値) を等幅の %1 区間に分け、|区間の精度 - 区間の平均確信度| をサンプルについて平均したもの (Guo et al. 2017、式 3)。</translation>
        </message>
        <message>
            <source>Interval of the change of recall</source>
            <translation>再現率の変化の信頼区間</translation>
        </message>
        <message>
            <source>image_answers, class by class: 95 % interval of the difference of paired proportions (Newcombe 1998, Statistics in Medicine 17, 2635-2650, method 10).</source>
            <translation>image_answers、クラスごと: 対応のある比率の差の 95 % 信頼区間 (Newcombe 1998、Statistics in Medicine 17、2635-2650、方法 10)。</translation>
        </message>
        <message>
            <source>confusion matrices, class by class: 95 % interval of the difference of independent proportions (Newcombe 1998, Statistics in Medicine 17, 873-890, method 10), wider than for pairs.</source>
            <translation>混同行列、クラスごと: 独立な比率の差の 95 % 信頼区間 (Newcombe 1998、Statistics in Medicine 17、873-890、方法 10)。対応がある場合より広くなります。</translation>
        </message>
        <message>
            <source>McNemar's exact test</source>
            <translation>McNemar の正確検定</translation>
        </message>
        <message>
            <source>image_answers: samples that one network alone gets right, %1 and %2; two-sided binomial test of one half (McNemar 1947). Covers the choice of test samples, not the choice of seed.</source>
            <translation>image_answers: 一方のネットワークだけが正解したサンプル %1 件と %2 件。1/2 についての両側二項検定 (McNemar 1947)。テストサンプルの選び方によるばらつきを表し、シードの選び方は含みません。</translation>
        </message>
        <message>
            <source>a picture of %1 x %2 cannot be written</source>
            <translation>%1 × %2 の画像を書き込めません</translation>
        </message>
        <message>
            <source>the data set is not the one that the run was tested on.</source>
            <translation>データセットが、このランのテストに使われたものと異なります。</translation>
        </message>
        <message>
            <source>the data set has no pictures.</source>
            <translation>データセットに画像がありません。</translation>
        </message>
        <message>
            <source>there is not enough memory for the data set.</source>
            <translation>データセットを読み込むメモリが足りません。</translation>
        </message>
        <message>
            <source>the data set cannot be opened: %1</source>
            <translation>データセットを開けません: %1</translation>
        </message>
        <message>
            <source>Export the network as ONNX.</source>
            <translation>ネットワークを ONNX としてエクスポートしてください。</translation>
        </message>
        <message>
            <source>C source</source>
            <translation>C ソース</translation>
        </message>
        <message>
            <source>The network as one C99 file that needs no library but C's own, for any compiler and for microcontrollers: kept weights alone, memory known beforehand; with its header and a program that times it.</source>
            <translation>C の標準ライブラリだけを使う 1 つの C99 ファイルとしてのネットワーク。どのコンパイラーでも、マイクロコントローラーでも使えます。保持された重みだけを含み、必要なメモリは事前に決まっています。ヘッダーと時間を計測するプログラムが付きます。</translation>
        </message>
        <message>
            <source>the network needs %1 values of scratch memory</source>
            <translation>ネットワークの作業用メモリに %1 個の値が必要です</translation>
        </message>
        <message>
            <source>Export it as ONNX, whose runtimes are made for networks of this size.</source>
            <translation>この大きさのネットワークに対応したランタイムのある ONNX としてエクスポートしてください。</translation>
        </message>
        <message>
            <source>the network has values that are not finite</source>
            <translation>ネットワークに有限でない値があります</translation>
        </message>
        <message>
            <source>one image takes %1 values in this network</source>
            <translation>このネットワークでは画像 1 枚に %1 個の値が必要です</translation>
        </message>
        <message>
            <source>Train a network for smaller images.</source>
            <translation>より小さい画像用のネットワークを学習してください。</translation>
        </message>
        <message>
            <source>unknown format '%1'</source>
            <translation>「%1」という形式はありません</translation>
        </message>
        <message>
            <source>no format has files that end in '%1'</source>
            <translation>「%1」で終わるファイルの形式はありません</translation>
        </message>
        <message>
            <source>'%1' is not in the file</source>
            <translation>ファイルに「%1」がありません</translation>
        </message>
        <message>
            <source>Export it anew.</source>
            <translation>もう一度書き出してください。</translation>
        </message>
        <message>
            <source>'%1' has elements of another type</source>
            <translation>「%1」の要素の型が異なります</translation>
        </message>
        <message>
            <source>expected %1 values of '%2', found %3</source>
            <translation>「%2」に %1 個の値があるはずですが、%3 個でした</translation>
        </message>
        <message>
            <source>Masks beside the weights</source>
            <translation>マスクを重みと別に保存</translation>
        </message>
        <message>
            <source>Whether masks stand beside the weights, as torch.nn.utils.prune keeps them.</source>
            <translation>torch.nn.utils.prune と同じく、マスクを重みと別に保存するかどうか。</translation>
        </message>
        <message>
            <source>NumPy archive</source>
            <translation>NumPy アーカイブ</translation>
        </message>
        <message>
            <source>Arrays by PyTorch's names for numpy.load, and what is known of the network as metadata.json.</source>
            <translation>numpy.load で読める PyTorch の名前の配列と、ネットワークの情報 (metadata.json)。</translation>
        </message>
        <message>
            <source>Packed</source>
            <translation>圧縮</translation>
        </message>
        <message>
            <source>Whether the arrays are packed as numpy.savez_compressed does, which makes pruned weights small.</source>
            <translation>numpy.savez_compressed と同じく配列を圧縮するかどうか。プルーニング済みの重みが小さくなります。</translation>
        </message>
        <message>
            <source>so many weights were cut that %1 has no channel left to read</source>
            <translation>除去された重みが多く、%1 が読むチャンネルが残っていません</translation>
        </message>
        <message>
            <source>Export without drop_dead.</source>
            <translation>drop_dead なしで書き出してください。</translation>
        </message>
        <message>
            <source>onnx holds no network of more than two gigabytes</source>
            <translation>ONNX は 2 ギガバイトを超えるネットワークを保存できません</translation>
        </message>
        <message>
            <source>Choose another format, such as safetensors.</source>
            <translation>safetensors など、別の形式を選んでください。</translation>
        </message>
        <message>
            <source>is no ONNX model</source>
            <translation>ONNX モデルではありません</translation>
        </message>
        <message>
            <source>ONNX's own checker refuses it: %1</source>
            <translation>ONNX のチェッカーが受け付けません: %1</translation>
        </message>
        <message>
            <source>The network with its weights for ONNX Runtime, OpenCV and others (IR 8, operator set 10).</source>
            <translation>ONNX Runtime や OpenCV などで使える、重みを含むネットワーク (IR 8、オペレーターセット 13)。</translation>
        </message>
        <message>
            <source>Batch norm folded</source>
            <translation>バッチ正規化の畳み込みへの統合</translation>
        </message>
        <message>
            <source>Whether batch norm becomes part of the convolution before it.</source>
            <translation>バッチ正規化を直前の畳み込みに統合するかどうか。</translation>
        </message>
        <message>
            <source>Dead channels removed</source>
            <translation>不要なチャンネルの削除</translation>
        </message>
        <message>
            <source>Whether channels that no longer say anything are left out, which makes the network smaller and quicker on any runtime.</source>
            <translation>結果に影響しなくなったチャンネルを省くかどうか。どの実行環境でもネットワークが小さく速くなります。</translation>
        </message>
        <message>
            <source>Sparse arrays</source>
            <translation>スパースな配列</translation>
        </message>
        <message>
            <source>Whether arrays of more than two thirds zeros are written as their values and places; not every runtime reads that.</source>
            <translation>3 分の 2 を超える値が 0 の配列を、値と位置の組で保存するかどうか。読めない実行環境もあります。</translation>
        </message>
        <message>
            <source>onnx has no way to write %1: %2</source>
            <translation>%1 は ONNX で表せません: %2</translation>
        </message>
        <message>
            <source>Tensors by PyTorch's names behind a JSON header, as Hugging Face's libraries read and write them.</source>
            <translation>JSON ヘッダーの後に PyTorch の名前のテンソルが続く、Hugging Face のライブラリーが読み書きする形式。</translation>
        </message>
        <message>
            <source>Weights of the run</source>
            <translation>ランの重み</translation>
        </message>
        <message>
            <source>The run's own file: effective weights, latent weights and masks, as safetensors.</source>
            <translation>ラン自身のファイル: 実効重み、潜在重み、マスク (safetensors 形式)。</translation>
        </message>
        <message>
            <source>'%1' has %2 at place %3, where its mask is %4</source>
            <translation>「%1」の位置 %3 の値は %2 ですが、マスクは %4 です</translation>
        </message>
        <message>
            <source>The file is damaged; choose another.</source>
            <translation>ファイルが壊れています。別のファイルを選んでください。</translation>
        </message>
        <message>
            <source>tensorboard shows the course of a run, and none is recorded here</source>
            <translation>TensorBoard はランの経過を表示しますが、ここには経過が記録されていません</translation>
        </message>
        <message>
            <source>Export the whole folder of a run.</source>
            <translation>ランのフォルダー全体を書き出しの対象にしてください。</translation>
        </message>
        <message>
            <source>The curves of the run, layer by layer, as an event file of TensorBoard.</source>
            <translation>ランの曲線 (層ごとの値を含む) を TensorBoard のイベントファイルにします。</translation>
        </message>
        <message>
            <source>this is a file of the run itself</source>
            <translation>これはラン自身のファイルです</translation>
        </message>
        <message>
            <source>the data set is no longer that of the run</source>
            <translation>データセットがランのものと異なっています</translation>
        </message>
        <message>
            <source>the data set of the run cannot be read: %1</source>
            <translation>ランのデータセットを読めません: %1</translation>
        </message>
        <message>
            <source>the files of the data set are no longer those of the run</source>
            <translation>データセットのファイルがランのものと異なっています</translation>
        </message>
        <message>
            <source>it answers %1 of %2 test samples rightly, where the run has recorded an accuracy of %3</source>
            <translation>テストサンプル %2 件中 %1 件に正解しましたが、ランに記録された精度は %3 です</translation>
        </message>
        <message>
            <source>The file is not what the run has left; take the folder from its source.</source>
            <translation>このファイルはランが残したものではありません。フォルダーを元の場所から取得し直してください。</translation>
        </message>
        <message>
            <source>it was not checked: this program does not read files of the format %1</source>
            <translation>確認していません: このプログラムは %1 形式のファイルを読み込めません</translation>
        </message>
        <message>
            <source>what was to be written answers %1 of %2 inputs otherwise than the run</source>
            <translation>書き出す内容の答えが、%2 個の入力のうち %1 個でランと異なります</translation>
        </message>
        <message>
            <source>Nothing was written; choose another format or other options.</source>
            <translation>何も書き出していません。別の形式かオプションを選んでください。</translation>
        </message>
        <message>
            <source>read back, it answers %1 random inputs as the run does</source>
            <translation>読み戻すと、ランダムな入力 %1 個すべてにランと同じ答えを出します</translation>
        </message>
        <message>
            <source>read back, it answers all %1 test samples as the run does, %2 of them rightly</source>
            <translation>読み戻すと、テストサンプル %1 件すべてにランと同じ答えを出します (正解 %2 件)</translation>
        </message>
        <message>
            <source>the report is incomplete: a part of the record could not be read. It is in %1; no other report was changed</source>
            <translation>レポートは不完全です。記録の一部を読めませんでした。レポートは %1 にあり、ほかのレポートは変更していません</translation>
        </message>
        <message>
            <source>leaky relu</source>
            <translation>漏れのある ReLU</translation>
        </message>
        <message>
            <source>hard sigmoid</source>
            <translation>ハードシグモイド</translation>
        </message>
        <message>
            <source>hard swish</source>
            <translation>ハードスウィッシュ</translation>
        </message>
        <message>
            <source>%1: %2 clips between %3 and %4, which leaves nothing</source>
            <translation>%1: %2 は %3 から %4 の範囲に制限しますが、値が残りません</translation>
        </message>
        <message>
            <source>Give a high that is above the low.</source>
            <translation>high には low より大きい値を指定してください。</translation>
        </message>
        <message>
            <source>%1: %2 cannot cut %3 channels, of which it makes %4, into %5 groups</source>
            <translation>%1: %2 は入力 %3 チャンネル、出力 %4 チャンネルを %5 グループに分けられません</translation>
        </message>
        <message>
            <source>Choose groups that divide the channels of input and output.</source>
            <translation>入力と出力のチャンネル数を割り切るグループ数を選んでください。</translation>
        </message>
        <message>
            <source>Inverted residuals with depthwise convolutions in their form for 32x32 images, 2.2 million parameters (Sandler et al. 2018).</source>
            <translation>深さ方向の畳み込みを用いた逆残差ブロックのネットワークで、32x32 画像用の形です。パラメーター数は 220 万です (Sandler et al. 2018)。</translation>
        </message>
        <message>
            <source>%1 reads images of %2, and the data set has images of %3</source>
            <translation>%1 は %2 の画像を読みますが、データセットの画像は %3 です</translation>
        </message>
        <message>
            <source>Change its 'input', or choose another data set.</source>
            <translation>ファイルの 'input' を変えるか、別のデータセットを選んでください。</translation>
        </message>
        <message>
            <source>%1 tells %2 classes apart, and the data set has %3</source>
            <translation>%1 は %2 クラスを区別しますが、データセットは %3 クラスです</translation>
        </message>
        <message>
            <source>Change the outputs of its last layer, or choose another data set.</source>
            <translation>最後の層の outputs を変えるか、別のデータセットを選んでください。</translation>
        </message>
        <message>
            <source>a network from a file says itself where it drops what</source>
            <translation>ファイルのネットワークでは、ドロップアウトはファイル自体が指定します</translation>
        </message>
        <message>
            <source>Put a node of the kind dropout into the file.</source>
            <translation>ファイルに dropout の種類のノードを入れてください。</translation>
        </message>
        <message>
            <source>Network from a file</source>
            <translation>ファイルのネットワーク</translation>
        </message>
        <message>
            <source>%1: %2 multiplies tensors of two shapes</source>
            <translation>%1: %2 が掛けるテンソルの形状が異なります</translation>
        </message>
        <message>
            <source>Give both the same channels, rows and columns, or the second a single value for each channel.</source>
            <translation>両方のチャンネル数、行数、列数を同じにするか、2 番目をチャンネルごとに 1 つの値にしてください。</translation>
        </message>
        <message>
            <source>%1: %2 puts planes of %3 x %4 behind planes of %5 x %6</source>
            <translation>%1: %2 は %5 x %6 の面の後ろに %3 x %4 の面を連結しようとしています</translation>
        </message>
        <message>
            <source>Give both the same rows and columns.</source>
            <translation>両方の行数と列数を同じにしてください。</translation>
        </message>
        <message>
            <source>global max pool</source>
            <translation>全画素の最大プーリング</translation>
        </message>
        <message>
            <source>Residual network of 64 to 512 channels in its form for 32x32 images, 11.2 million parameters (He et al. 2016).</source>
            <translation>64 から 512 チャンネルの残差ネットワークで、32x32 画像用の形です。パラメーター数は 1,120 万です (He et al. 2016)。</translation>
        </message>
        <message>
            <source>Thirteen 3x3 convolutions with batch norm and one dense layer, 14.7 million parameters (Simonyan &amp; Zisserman 2015).</source>
            <translation>バッチ正規化付きの 3x3 畳み込み 13 層と全結合層 1 層です。パラメーター数は 1,470 万です (Simonyan &amp; Zisserman 2015)。</translation>
        </message>
        <message>
            <source>The depth is 6n+4, up to %1, and the width a factor from 1 to %2: wrn-16-4, wrn-28-10, wrn-40-2.</source>
            <translation>深さは %1 以下の 6n+4、幅は 1 から %2 の倍率です: wrn-16-4、wrn-28-10、wrn-40-2。</translation>
        </message>
        <message>
            <source>Wide ResNet</source>
            <translation>ワイド ResNet</translation>
        </message>
        <message>
            <source>Residual network of depth D = 6n+4 that is K times as wide: wrn-16-4, wrn-28-10 … (Zagoruyko &amp; Komodakis 2016).</source>
            <translation>深さ D = 6n+4、幅が K 倍の残差ネットワークです: wrn-16-4、wrn-28-10 … (Zagoruyko &amp; Komodakis 2016)。</translation>
        </message>
        <message>
            <source>zero pad</source>
            <translation>ゼロパディング</translation>
        </message>
        <message>
            <source>is not an object</source>
            <translation>オブジェクトではありません</translation>
        </message>
        <message>
            <source>Leave it out, and name the file of the network as 'model'.</source>
            <translation>これを省き、ネットワークのファイルを 'model' に指定してください。</translation>
        </message>
        <message>
            <source>'%1' is not the network that is described as 'graph', which is '%2'</source>
            <translation>'%1' は 'graph' に記述されたネットワーク '%2' ではありません</translation>
        </message>
        <message>
            <source>onnx has no way to write %1</source>
            <translation>%1 は ONNX で表せません</translation>
        </message>
        <message>
            <source>Classes without a training sample, which cannot be learned: %1 (%2).</source>
            <translation>学習サンプルがなく、学習できないクラス: %1 個 (%2)。</translation>
        </message>
        <message>
            <source>Classes without a test sample, of which the test says nothing: %1 (%2).</source>
            <translation>テストサンプルがなく、テストでは何もわからないクラス: %1 個 (%2)。</translation>
        </message>
        <message>
            <source>Classes with fewer than %1 training samples: %2 (%3).</source>
            <translation>学習サンプルが %1 件に満たないクラス: %2 個 (%3)。</translation>
        </message>
        <message>
            <source>Classes with fewer than %1 test samples, on which their accuracy is a rough guess: %2 (%3).</source>
            <translation>テストサンプルが %1 件に満たず、クラスの精度がおおまかな目安にしかならないクラス: %2 個 (%3)。</translation>
        </message>
        <message>
            <source>Give 0.</source>
            <translation>0 を指定してください。</translation>
        </message>
        <message>
            <source>Give a number above 0 up to 1.</source>
            <translation>0 より大きく 1 以下の数を指定してください。</translation>
        </message>
        <message>
            <source>Give from 0 to %1.</source>
            <translation>0 から %1 までの値を指定してください。</translation>
        </message>
        <message>
            <source>nothing can be held back: it would be the last training sample of a class</source>
            <translation>取り分けられるサンプルがありません。取り分けると、クラスの最後の学習サンプルがなくなります</translation>
        </message>
        <message>
            <source>Give more samples of every class.</source>
            <translation>各クラスのサンプルを増やしてください。</translation>
        </message>
        <message>
            <source>Random rotation</source>
            <translation>ランダム回転</translation>
        </message>
        <message>
            <source>Largest random turn about the middle, in degrees to either side.</source>
            <translation>中心のまわりにランダムに回転させる最大の角度です (左右それぞれ、度)。</translation>
        </message>
        <message>
            <source>Random brightness</source>
            <translation>ランダムな明るさ</translation>
        </message>
        <message>
            <source>Pixels are multiplied by a random factor that is at most this far from 1.</source>
            <translation>ピクセルに、1 との差がこの値以下のランダムな係数を掛けます。</translation>
        </message>
        <message>
            <source>Random contrast</source>
            <translation>ランダムなコントラスト</translation>
        </message>
        <message>
            <source>Distances of pixels from the mean of their channel in the image are multiplied by a random factor that is at most this far from 1.</source>
            <translation>画像内のチャンネル平均とピクセルとの差に、1 との差がこの値以下のランダムな係数を掛けます。</translation>
        </message>
        <message>
            <source>Cut-out</source>
            <translation>カットアウト</translation>
        </message>
        <message>
            <source>Side in pixels of a square at a random place that is filled with the channel's mean.</source>
            <translation>ランダムな位置でチャンネルの平均に塗りつぶす正方形の一辺のピクセル数です。</translation>
        </message>
        <message>
            <source>Share of the training data</source>
            <translation>学習データの使用割合</translation>
        </message>
        <message>
            <source>Share of the training samples of every class that is used, for a quick look; the test stays whole, so that its accuracy can be compared.</source>
            <translation>各クラスの学習サンプルのうち使用する割合です。手早く試すときに使います。テストは全体で行うので、精度を比較できます。</translation>
        </message>
        <message>
            <source>Class weights</source>
            <translation>クラスの重み</translation>
        </message>
        <message>
            <source>How much a sample of a class counts in the loss: none, all alike; balanced, every class as much as the others; or a number for each class, such as 1,2.5. Weights are scaled to a mean of 1 over the training samples, and evaluation knows none.</source>
            <translation>損失における各クラスのサンプルの重みです。none はすべて同じ、balanced は各クラスの合計が等しく、または 1,2.5 のようにクラスごとの数を指定します。重みは学習サンプル全体での平均が 1 になるように調整され、評価には使いません。</translation>
        </message>
        <message>
            <source>Give none, balanced, or a number above 0 for each class, such as 1,2.5.</source>
            <translation>none、balanced、または 1,2.5 のようにクラスごとに 0 より大きい数を指定してください。</translation>
        </message>
        <message>
            <source>expected %1 numbers, one for each class, found %2</source>
            <translation>クラスごとに 1 個、合わせて %1 個の数が必要ですが、%2 個あります</translation>
        </message>
        <message>
            <source>Give them in the order of the classes, or choose none or balanced.</source>
            <translation>クラスの順に指定するか、none または balanced を選んでください。</translation>
        </message>
        <message>
            <source>%1 of the training samples of %2</source>
            <translation>%2 の学習サンプルの %1</translation>
        </message>
        <message>
            <source>%1 samples; %2 were left out (data.share), the same share of every class</source>
            <translation>%1 件。%2 件を除外 (data.share、どのクラスも同じ割合)</translation>
        </message>
        <message>
            <source>Samples of each class</source>
            <translation>各クラスのサンプル数</translation>
        </message>
        <message>
            <source>Weight in the loss</source>
            <translation>損失での重み</translation>
        </message>
        <message>
            <source>Classes have from %1 to %2 training samples.</source>
            <translation>各クラスの学習サンプルは %1 件から %2 件です。</translation>
        </message>
        <message>
            <source>The reference run trained on another share of the training samples (%1, this one on %2).</source>
            <translation>比較対象のランは、学習サンプルの使用割合が異なります (%1、このランは %2)。</translation>
        </message>
        <message>
            <source>a list of %1</source>
            <translation>要素が %1 個のリスト</translation>
        </message>
        <message>
            <source>a softmax reads what the last node makes</source>
            <translation>softmax が読むのは最後のノードの出力でなければなりません</translation>
        </message>
        <message>
            <source>'%1' is a softmax and not the last node</source>
            <translation>'%1' は softmax ですが、最後のノードではありません</translation>
        </message>
        <message>
            <source>Leave 'graph' out, or name it as 'model'.</source>
            <translation>'graph' を省くか、その名前を 'model' に指定してください。</translation>
        </message>
        <message>
            <source>its network is the file %1, which it does not hold</source>
            <translation>このファイルのネットワークはファイル %1 ですが、その内容が含まれていません</translation>
        </message>
        <message>
            <source>CSV file in the data folder that names the group of each test picture, such as the site or machine that it is from: its file below the folder, a comma, the group. Accuracy is then told by group.</source>
            <translation>データフォルダー内の CSV ファイル。各テスト画像のグループ(拠点や機械など)を、フォルダー以下のファイル名、カンマ、グループ名の順に書きます。指定すると精度がグループ別に示されます。</translation>
        </message>
        <message>
            <source>Text file in the data folder with the group of each test image, such as the site or machine that it is from, one a line in their order. Accuracy is then told by group.</source>
            <translation>データフォルダー内のテキストファイル。各テスト画像のグループ(拠点や機械など)を画像の順に 1 行に 1 つ書きます。指定すると精度がグループ別に示されます。</translation>
        </message>
        <message>
            <source>Name of an array of whole numbers with the group of each test image or row, such as the site that it is from. Accuracy is then told by group.</source>
            <translation>各テスト画像または行のグループ(拠点など)を整数で表す配列の名前。指定すると精度がグループ別に示されます。</translation>
        </message>
        <message>
            <source>Column that names the group of each row, such as the site or machine that it is from, by name or number; it is no input, and accuracy is told by group. Empty for none.</source>
            <translation>各行のグループ(拠点や機械など)を表す列。名前または番号で指定します。入力には使われず、精度がグループ別に示されます。なしの場合は空のままにします。</translation>
        </message>
        <message>
            <source>Groups</source>
            <translation>グループ</translation>
        </message>
        <message>
            <source>Group column</source>
            <translation>グループの列</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>グループ</translation>
        </message>
        <message>
            <source>%1: expected the name of a group in UTF-8, of 1 to %2 bytes, found %3</source>
            <translation>%1: 1~%2 バイトの UTF-8 のグループ名が必要ですが、%3 がありました</translation>
        </message>
        <message>
            <source>line %1</source>
            <translation>%1 行目</translation>
        </message>
        <message>
            <source>sample %1</source>
            <translation>サンプル %1</translation>
        </message>
        <message>
            <source>Give each sample's group a short name, such as a site, a machine or a shift.</source>
            <translation>各サンプルのグループに、拠点・機械・シフトなどの短い名前を付けてください。</translation>
        </message>
        <message>
            <source>expected at most %1 groups, found more</source>
            <translation>グループは最大 %1 個ですが、それより多くあります</translation>
        </message>
        <message>
            <source>line %1: expected %2 names, one for each test sample, found %3</source>
            <translation>%1 行目: テストサンプルごとに 1 つ、%2 個の名前が必要ですが、%3 個でした</translation>
        </message>
        <message>
            <source>Write the name of each test sample's group, one a line, in their order.</source>
            <translation>各テストサンプルのグループ名を、順に 1 行に 1 つ書いてください。</translation>
        </message>
        <message>
            <source>line %1: expected a sample and its group with a comma between them, found %2</source>
            <translation>%1 行目: サンプルとグループをカンマで区切って書く必要がありますが、%2 がありました</translation>
        </message>
        <message>
            <source>Write for example train/cat/0001.jpg,site A.</source>
            <translation>たとえば train/cat/0001.jpg,site A のように書いてください。</translation>
        </message>
        <message>
            <source>Give each sample one group.</source>
            <translation>各サンプルには 1 つのグループを指定してください。</translation>
        </message>
        <message>
            <source>the test sample %1 has no group there</source>
            <translation>テストサンプル %1 のグループがありません</translation>
        </message>
        <message>
            <source>Write a line for each test sample.</source>
            <translation>テストサンプルごとに 1 行書いてください。</translation>
        </message>
        <message>
            <source>%1 damaged pictures were left out, so that the groups of the others cannot be told</source>
            <translation>壊れた画像 %1 枚を除いたため、残りの画像のグループを特定できません</translation>
        </message>
        <message>
            <source>Take the damaged pictures away.</source>
            <translation>壊れた画像を取り除いてください。</translation>
        </message>
        <message>
            <source>expected %1 groups, one for each image or row of %2, found %3</source>
            <translation>%2 の画像または行ごとに 1 つ、%1 個のグループが必要ですが、%3 個でした</translation>
        </message>
        <message>
            <source>Name an array with the groups of the test images (data.groups).</source>
            <translation>テスト画像のグループの配列を指定してください (data.groups)。</translation>
        </message>
        <message>
            <source>there are groups for test images, and no test images</source>
            <translation>テスト画像のグループがありますが、テスト画像がありません</translation>
        </message>
        <message>
            <source>Put arrays of test images and labels beside the others.</source>
            <translation>テスト画像とラベルの配列を他の配列と同じ場所に置いてください。</translation>
        </message>
        <message>
            <source>Choose another column for the groups.</source>
            <translation>グループには別の列を選んでください。</translation>
        </message>
        <message>
            <source>Choose another column for the groups (data.group).</source>
            <translation>グループには別の列を選んでください (data.group)。</translation>
        </message>
        <message>
            <source>%1 is the label</source>
            <translation>%1 はラベルの列です</translation>
        </message>
        <message>
            <source>%1 is left out</source>
            <translation>%1 は除外されています</translation>
        </message>
        <message>
            <source>besides label and group no column of %1 is left</source>
            <translation>ラベルとグループのほかに %1 の列が残っていません</translation>
        </message>
        <message>
            <source>group of the row, no input</source>
            <translation>行のグループ、入力には使いません</translation>
        </message>
        <message>
            <source>Of none of the %1 groups does the interval of the change of accuracy lie below zero: no group is known to be hurt.</source>
            <translation>%1 グループのいずれも、精度の変化の区間全体がゼロを下回ってはいません。損なわれたと分かるグループはありません。</translation>
        </message>
        <message>
            <source>Of %1 of %2 groups, the whole interval of the change of accuracy lies below zero, first: %3.</source>
            <translation>%2 グループ中 %1 グループで、精度の変化の区間全体がゼロを下回っています。先頭から: %3。</translation>
        </message>
        <message>
            <source>Groups by lost accuracy</source>
            <translation>精度の低下が大きい順のグループ</translation>
        </message>
        <message>
            <source>Accuracy, first</source>
            <translation>精度: 第 1</translation>
        </message>
        <message>
            <source>Accuracy, pruned</source>
            <translation>精度: 除去後</translation>
        </message>
        <message>
            <source>Macro recall, first and pruned</source>
            <translation>マクロ平均再現率: 第 1 と除去後</translation>
        </message>
        <message>
            <source>Macro F1, first and pruned</source>
            <translation>マクロ F1: 第 1 と除去後</translation>
        </message>
        <message>
            <source>By group</source>
            <translation>グループ別</translation>
        </message>
        <message>
            <source>Which sample is of which group is said by the data; the network does not see it. Macro figures are means over the classes that occur in the group. Intervals %1.</source>
            <translation>どのサンプルがどのグループに属するかはデータが示すもので、ネットワークには渡されません。マクロの値は、グループに現れるクラスについての平均です。区間は %1。</translation>
        </message>
        <message>
            <source>Interval of a group's change of accuracy</source>
            <translation>グループの精度の変化の区間</translation>
        </message>
        <message>
            <source>image_answers, group by group: 95 % interval of the difference of paired proportions (Newcombe 1998, Statistics in Medicine 17, 2635-2650, method 10).</source>
            <translation>image_answers、グループ別: 対応のある比率の差の 95 % 区間 (Newcombe 1998, Statistics in Medicine 17, 2635-2650, method 10)。</translation>
        </message>
        <message>
            <source>it has a part that is not expected, %1</source>
            <translation>想定されていない部分 %1 があります</translation>
        </message>
        <message>
            <source>it goes on after its last part</source>
            <translation>最後の部分のあとに余分な内容があります</translation>
        </message>
        <message>
            <source>'%1' has a value that cannot be</source>
            <translation>「%1」の値はあり得ない値です</translation>
        </message>
        <message>
            <source>expected the part %1, found %2</source>
            <translation>部分 %1 が必要ですが、%2 がありました</translation>
        </message>
        <message>
            <source>it ends before its last part does</source>
            <translation>最後の部分の途中で終わっています</translation>
        </message>
        <message>
            <source>these %1 bytes are no saved state</source>
            <translation>この %1 バイトは保存された状態ではありません</translation>
        </message>
        <message>
            <source>it is damaged: its checksum is another</source>
            <translation>チェックサムが異なります。データが壊れています</translation>
        </message>
        <message>
            <source>it ends before its description does</source>
            <translation>記述の途中で終わっています</translation>
        </message>
        <message>
            <source>it does not say what it belongs to</source>
            <translation>何の状態かが書かれていません</translation>
        </message>
        <message>
            <source>it was made with another '%1', which differs first at '%2'</source>
            <translation>別の「%1」で作成されています。最初の違いは「%2」です</translation>
        </message>
        <message>
            <source>Take an earlier state of the same run, made by the same program.</source>
            <translation>同じプログラムで作成された、同じランのより前の状態を使ってください。</translation>
        </message>
        <message>
            <source>has %1 numbers, and the inputs have %2 channels</source>
            <translation>数値が %1 個ありますが、入力のチャンネル数は %2 です</translation>
        </message>
        <message>
            <source>Give data.mean and data.deviation a number for each channel, or leave both out.</source>
            <translation>data.mean と data.deviation にチャンネルごとの数値を指定するか、両方とも省いてください。</translation>
        </message>
        <message>
            <source>'%1' says in a wrong way what images are read</source>
            <translation>「%1」の画像サイズの書き方が正しくありません</translation>
        </message>
        <message>
            <source>Give channels, rows and columns, such as net.onnx:3x48x192.</source>
            <translation>net.onnx:3x48x192 のように、チャンネル数、行数、列数を指定してください。</translation>
        </message>
        <message>
            <source>%1, array %2</source>
            <translation>%1、配列 %2</translation>
        </message>
        <message>
            <source>Export the network anew; the file may be damaged.</source>
            <translation>ネットワークを再度エクスポートしてください。ファイルが破損している可能性があります。</translation>
        </message>
        <message>
            <source>expected %1 bytes for %2 values, found %3</source>
            <translation>%2 個の値に対して %1 バイトを想定しましたが、%3 バイトでした</translation>
        </message>
        <message>
            <source>has elements of type %1; real numbers of 16, 32 and 64 bits, whole numbers of 32 and 64 and truths are read</source>
            <translation>要素の型が %1 です。読み込めるのは 16、32、64 ビットの実数、32、64 ビットの整数、真偽値です</translation>
        </message>
        <message>
            <source>has a shape that no array can have</source>
            <translation>配列としてありえない形状です</translation>
        </message>
        <message>
            <source>has values and places that do not fit together</source>
            <translation>値と位置が対応していません</translation>
        </message>
        <message>
            <source>has a value at place %1 of %2</source>
            <translation>%2 個中の位置 %1 に値があります</translation>
        </message>
        <message>
            <source>%1, node %2 (%3)</source>
            <translation>%1、ノード %2 (%3)</translation>
        </message>
        <message>
            <source>Export the network without it, or describe the network in a JSON file.</source>
            <translation>これを使わずにエクスポートするか、ネットワークを JSON ファイルで記述してください。</translation>
        </message>
        <message>
            <source>has no input %1</source>
            <translation>入力 %1 がありません</translation>
        </message>
        <message>
            <source>reads an array as input %1 where images are expected</source>
            <translation>入力 %1 は画像であるべきですが、配列です</translation>
        </message>
        <message>
            <source>reads what a softmax makes, which is known at the end alone</source>
            <translation>ソフトマックスの出力を読み込んでいます。ソフトマックスは最後にしか使えません</translation>
        </message>
        <message>
            <source>reads what was scaled value by value, not by channel</source>
            <translation>チャンネルごとではなく値ごとにスケーリングされた入力を読み込んでいます</translation>
        </message>
        <message>
            <source>reads a tensor of %1 dimensions</source>
            <translation>%1 次元のテンソルを読み込んでいます</translation>
        </message>
        <message>
            <source>reads values that were arranged anew, which no operation here does</source>
            <translation>並べ替えられた値を読み込んでいますが、ここにはその演算がありません</translation>
        </message>
        <message>
            <source>has an input %1 that is made of the images; it must be known</source>
            <translation>入力 %1 が画像から計算されていますが、定数でなければなりません</translation>
        </message>
        <message>
            <source>has an input %1 of another shape or type</source>
            <translation>入力 %1 の形状または型が異なります</translation>
        </message>
        <message>
            <source>has an attribute %1 of another type</source>
            <translation>属性 %1 の型が異なります</translation>
        </message>
        <message>
            <source>names the axis %1 of a tensor of %2 dimensions</source>
            <translation>%2 次元のテンソルに対して軸 %1 を指定しています</translation>
        </message>
        <message>
            <source>has no array of numbers</source>
            <translation>数値の配列がありません</translation>
        </message>
        <message>
            <source>makes an array that is too large</source>
            <translation>大きすぎる配列を作ります</translation>
        </message>
        <message>
            <source>has no single value</source>
            <translation>値が 1 つではありません</translation>
        </message>
        <message>
            <source>computes with the number of images</source>
            <translation>画像の枚数を使って計算しています</translation>
        </message>
        <message>
            <source>makes a whole number of %1</source>
            <translation>%1 を整数に変換しています</translation>
        </message>
        <message>
            <source>picks from a single value, or at other places than a list of them</source>
            <translation>単一の値から、またはリストではない位置から取り出しています</translation>
        </message>
        <message>
            <source>makes too many dimensions</source>
            <translation>次元が多すぎます</translation>
        </message>
        <message>
            <source>drops an axis that is not 1</source>
            <translation>長さが 1 ではない軸を取り除いています</translation>
        </message>
        <message>
            <source>joins other than lists of whole numbers</source>
            <translation>整数のリスト以外を連結しています</translation>
        </message>
        <message>
            <source>has begins, ends and steps of different numbers</source>
            <translation>開始、終了、ステップの個数が一致しません</translation>
        </message>
        <message>
            <source>has a step of 0</source>
            <translation>ステップが 0 です</translation>
        </message>
        <message>
            <source>makes a shape that no array can have</source>
            <translation>配列としてありえない形状を作ります</translation>
        </message>
        <message>
            <source>makes a shape of another number of values</source>
            <translation>値の個数が異なる形状を作ります</translation>
        </message>
        <message>
            <source>turns other than a matrix</source>
            <translation>行列以外を転置しています</translation>
        </message>
        <message>
            <source>combines arrays of two shapes or types</source>
            <translation>形状または型の異なる配列を組み合わせています</translation>
        </message>
        <message>
            <source>computes with the number of images, or what is no number</source>
            <translation>画像の枚数、または数ではないものを使って計算しています</translation>
        </message>
        <message>
            <source>lies in another file, which is not read here</source>
            <translation>別のファイルにありますが、ここでは読み込みません</translation>
        </message>
        <message>
            <source>lies in the file %1, which is not in the model's folder</source>
            <translation>モデルのフォルダーの外にあるファイル %1 にあります</translation>
        </message>
        <message>
            <source>has %1 as its %2</source>
            <translation>%2 が %1 です</translation>
        </message>
        <message>
            <source>Put the model and its files of weights into one folder, or export it with its weights inside.</source>
            <translation>モデルと重みのファイルを同じフォルダーに置くか、重みを含めてエクスポートしてください。</translation>
        </message>
        <message>
            <source>asks for %1 bytes from byte %2 on of a file of %3</source>
            <translation>%3 バイトのファイルのバイト %2 から %1 バイトを必要としています</translation>
        </message>
        <message>
            <source>holds more than two gigabytes</source>
            <translation>2 ギガバイトを超えています</translation>
        </message>
        <message>
            <source>describes its network with %1 bytes where at most %2 are expected</source>
            <translation>ネットワークの記述が %1 バイトあります (最大 %2 バイト)</translation>
        </message>
        <message>
            <source>is an ONNX model without a graph</source>
            <translation>グラフのない ONNX モデルです</translation>
        </message>
        <message>
            <source>uses the operator set %1 of ONNX, and those from %2 on are read</source>
            <translation>ONNX の演算子セット %1 を使っていますが、読み込めるのは %2 以降です</translation>
        </message>
        <message>
            <source>Export it with a newer operator set, such as 13.</source>
            <translation>13 などの新しい演算子セットでエクスポートしてください。</translation>
        </message>
        <message>
            <source>has two values of the name %1</source>
            <translation>%1 という名前の値が 2 つあります</translation>
        </message>
        <message>
            <source>reads %1 and %2; a network here reads images alone</source>
            <translation>%1 と %2 を読み込みますが、ここのネットワークは画像だけを読み込みます</translation>
        </message>
        <message>
            <source>Export it with one input.</source>
            <translation>入力を 1 つにしてエクスポートしてください。</translation>
        </message>
        <message>
            <source>reads nothing</source>
            <translation>入力がありません</translation>
        </message>
        <message>
            <source>reads other than numbers of 32 bits in 2 to 4 dimensions: images, channels, rows, columns</source>
            <translation>入力が 2~4 次元 (画像、チャンネル、行、列) の 32 ビット実数ではありません</translation>
        </message>
        <message>
            <source>Export it with such an input.</source>
            <translation>そのような入力でエクスポートしてください。</translation>
        </message>
        <message>
            <source>leaves open what it reads: %1</source>
            <translation>入力の形状が決まっていません: %1</translation>
        </message>
        <message>
            <source>Put channels, rows and columns behind the file's name, such as net.onnx:3x48x192, or export it with them.</source>
            <translation>net.onnx:3x48x192 のようにファイル名の後にチャンネル数、行数、列数を付けるか、それらを固定してエクスポートしてください。</translation>
        </message>
        <message>
            <source>reads images with an extent of %1, not %2</source>
            <translation>画像の大きさは %2 ではなく %1 です</translation>
        </message>
        <message>
            <source>Leave out what stands behind the file's name.</source>
            <translation>ファイル名の後の指定を省いてください。</translation>
        </message>
        <message>
            <source>its node %1 reads %2, which no node before it makes</source>
            <translation>ノード %1 が読み込む %2 は、それより前のどのノードの出力でもありません</translation>
        </message>
        <message>
            <source>makes nothing</source>
            <translation>出力がありません</translation>
        </message>
        <message>
            <source>the operation is not known</source>
            <translation>対応していない演算です</translation>
        </message>
        <message>
            <source>Export the network with these: %1.</source>
            <translation>次の演算でネットワークをエクスポートしてください: %1。</translation>
        </message>
        <message>
            <source>gives %1 results; one is expected, the values of the classes</source>
            <translation>出力が %1 個ありますが、クラスの値の 1 つだけを想定しています</translation>
        </message>
        <message>
            <source>Export it with one output.</source>
            <translation>出力を 1 つにしてエクスポートしてください。</translation>
        </message>
        <message>
            <source>has weights of %1 dimensions over a tensor of %2</source>
            <translation>%2 次元のテンソルに対して重みが %1 次元です</translation>
        </message>
        <message>
            <source>has weights of %1 channels in %2 groups over %3 channels</source>
            <translation>%3 チャンネルに対して、%2 グループで各 %1 チャンネルの重みです</translation>
        </message>
        <message>
            <source>names a kernel that its weights do not have</source>
            <translation>指定されたカーネルが重みと一致しません</translation>
        </message>
        <message>
            <source>reads a tensor of %1 dimensions, not a vector for each image</source>
            <translation>画像ごとのベクトルではなく %1 次元のテンソルを読み込んでいます</translation>
        </message>
        <message>
            <source>has weights of other than %1 inputs</source>
            <translation>重みの入力数が %1 ではありません</translation>
        </message>
        <message>
            <source>has weights of %1 dimensions, not a matrix</source>
            <translation>重みが行列ではなく %1 次元です</translation>
        </message>
        <message>
            <source>turns the images' matrix</source>
            <translation>画像の行列を転置しています</translation>
        </message>
        <message>
            <source>adds what is not a value for each output</source>
            <translation>出力ごとの値ではないものを加えています</translation>
        </message>
        <message>
            <source>has a variance of %1</source>
            <translation>分散が %1 です</translation>
        </message>
        <message>
            <source>normalises as in training, or by pixel</source>
            <translation>学習時のように、または画素ごとに正規化しています</translation>
        </message>
        <message>
            <source>gives places besides values</source>
            <translation>値のほかに位置も出力しています</translation>
        </message>
        <message>
            <source>has a window with gaps</source>
            <translation>窓に間隔があります</translation>
        </message>
        <message>
            <source>has more padding on one side than on the other</source>
            <translation>両側のパディングが異なります</translation>
        </message>
        <message>
            <source>reads a tensor without rows</source>
            <translation>行のないテンソルを読み込んでいます</translation>
        </message>
        <message>
            <source>takes the mean over other than all rows and columns</source>
            <translation>すべての行と列にわたる平均ではありません</translation>
        </message>
        <message>
            <source>puts %1 channels before and %2 behind; as many are expected</source>
            <translation>前に %1、後に %2 チャンネルを加えていますが、同数でなければなりません</translation>
        </message>
        <message>
            <source>pads with other than zeros</source>
            <translation>ゼロ以外でパディングしています</translation>
        </message>
        <message>
            <source>pads other than channels, rows and columns</source>
            <translation>チャンネル、行、列以外をパディングしています</translation>
        </message>
        <message>
            <source>cuts other than every so many-th row and column out of the images</source>
            <translation>一定間隔の行と列以外を画像から切り出しています</translation>
        </message>
        <message>
            <source>has one stride for rows and another for columns</source>
            <translation>行と列でストライドが異なります</translation>
        </message>
        <message>
            <source>computes with an array of whole numbers</source>
            <translation>整数の配列を使って計算しています</translation>
        </message>
        <message>
            <source>computes with an array that has not one value for each channel</source>
            <translation>チャンネルごとに 1 つの値ではない配列を使って計算しています</translation>
        </message>
        <message>
            <source>clips between %1 and %2, which leaves nothing</source>
            <translation>%1 と %2 の間に制限すると何も残りません</translation>
        </message>
        <message>
            <source>adds tensors of two shapes</source>
            <translation>形状の異なるテンソルを加算しています</translation>
        </message>
        <message>
            <source>multiplies tensors of two shapes</source>
            <translation>形状の異なるテンソルを乗算しています</translation>
        </message>
        <message>
            <source>subtracts one tensor from another</source>
            <translation>テンソル同士を減算しています</translation>
        </message>
        <message>
            <source>divides by what is made of the images</source>
            <translation>画像から計算された値で除算しています</translation>
        </message>
        <message>
            <source>divides by 0</source>
            <translation>0 で除算しています</translation>
        </message>
        <message>
            <source>puts tensors together along other than the channels</source>
            <translation>チャンネル以外の軸でテンソルを連結しています</translation>
        </message>
        <message>
            <source>puts tensors of two shapes together</source>
            <translation>形状の異なるテンソルを連結しています</translation>
        </message>
        <message>
            <source>makes other than a vector for each image</source>
            <translation>画像ごとのベクトル以外を作ります</translation>
        </message>
        <message>
            <source>makes a tensor of %1 dimensions</source>
            <translation>%1 次元のテンソルを作ります</translation>
        </message>
        <message>
            <source>does not keep the values of each image together</source>
            <translation>画像ごとの値がまとまりません</translation>
        </message>
        <message>
            <source>drops the axis of the images, or none</source>
            <translation>画像の軸を取り除くか、どの軸も取り除きません</translation>
        </message>
        <message>
            <source>puts an axis before that of the images</source>
            <translation>画像の軸より前に軸を加えています</translation>
        </message>
        <message>
            <source>says in its own way whether it drops</source>
            <translation>ドロップアウトの有無を独自の方法で指定しています</translation>
        </message>
        <message>
            <source>is not over the classes of each image</source>
            <translation>画像ごとのクラスに対する演算ではありません</translation>
        </message>
        <message>
            <source>makes other numbers of the values</source>
            <translation>値を別の型の数に変換しています</translation>
        </message>
        <message>
            <source>has a window of %1 axes over %2</source>
            <translation>%2 軸に対して窓が %1 軸です</translation>
        </message>
        <message>
            <source>has a window, stride or padding of %1</source>
            <translation>窓、ストライド、パディングのいずれかが %1 です</translation>
        </message>
        <message>
            <source>has a padding of %1 numbers</source>
            <translation>パディングの数値が %1 個です</translation>
        </message>
        <message>
            <source>has an auto_pad that is not known</source>
            <translation>auto_pad の値が不明です</translation>
        </message>
        <message>
            <source>missing: %1</source>
            <translation>不足: %1</translation>
        </message>
        <message>
            <source>left over: %1</source>
            <translation>余分: %1</translation>
        </message>
        <message>
            <source>of another shape or type: %1</source>
            <translation>形状または型が異なる: %1</translation>
        </message>
        <message>
            <source>renamed and not there: %1</source>
            <translation>名前が指定されているが存在しない: %1</translation>
        </message>
        <message>
            <source>Give weights of the same network, or the names of the tensors as start.names.</source>
            <translation>同じネットワークの重みを指定するか、テンソルの名前を start.names で指定してください。</translation>
        </message>
        <message>
            <source>Give an object of names as in %1.</source>
            <translation>%1 のような名前のオブジェクトを指定してください。</translation>
        </message>
        <message>
            <source>has no name for %1</source>
            <translation>%1 に対する名前がありません</translation>
        </message>
        <message>
            <source>gives two tensors the name %1</source>
            <translation>2 つのテンソルに %1 という名前を付けています</translation>
        </message>
        <message>
            <source>A network of your own: a JSON file, as `network` writes one of any network, or FILE.onnx with its weights.</source>
            <translation>独自のネットワーク: `network` が任意のネットワークについて書き出す JSON ファイル、または重みを含む FILE.onnx。</translation>
        </message>
        <message>
            <source>Mean of the inputs</source>
            <translation>入力の平均</translation>
        </message>
        <message>
            <source>What is taken from each channel, one number for each; pixels count from 0 to 1. Empty takes the mean of the training images. A network with weights of its own wants the numbers that it was trained with.</source>
            <translation>各チャンネルから引く数値をチャンネルごとに 1 つ指定します。画素値は 0~1 です。空の場合は学習画像の平均を使います。重みを持つネットワークには、その学習に使われた数値が必要です。</translation>
        </message>
        <message>
            <source>Deviation of the inputs</source>
            <translation>入力の標準偏差</translation>
        </message>
        <message>
            <source>What each channel is divided by, after its mean was taken; empty takes the deviation of the training images.</source>
            <translation>平均を引いた後に各チャンネルを割る数値。空の場合は学習画像の標準偏差を使います。</translation>
        </message>
        <message>
            <source>Start of the weights</source>
            <translation>重みの初期値</translation>
        </message>
        <message>
            <source>Empty: the weights of the network's own ONNX file, where it has one, else new ones; new: drawn by the seed; or a file of weights of the same network (.onnx, .safetensors, .npz, .weights).</source>
            <translation>空: ネットワークの ONNX ファイルがあればその重み、なければ新しい重み。new: シードで生成。または同じネットワークの重みファイル (.onnx、.safetensors、.npz、.weights)。</translation>
        </message>
        <message>
            <source>Names of the weights</source>
            <translation>重みの名前</translation>
        </message>
        <message>
            <source>JSON file of an object with the names that tensors have in the file, and those that the network has; null leaves a tensor out.</source>
            <translation>ファイル内のテンソルの名前と、ネットワークでの名前を対応させるオブジェクトの JSON ファイル。null のテンソルは除外されます。</translation>
        </message>
        <message>
            <source>Hash of the weights</source>
            <translation>重みのハッシュ</translation>
        </message>
        <message>
            <source>SHA-256 that the file of weights must have, so that a run is repeated from the same ones; empty takes any.</source>
            <translation>同じ重みからランを再現するために、重みのファイルが持つべき SHA-256。空の場合は何でも受け付けます。</translation>
        </message>
        <message>
            <source>Architecture by name, mlp:WIDTHS such as mlp:300,100, or a file that describes one: JSON, or ONNX with its weights.</source>
            <translation>アーキテクチャの名前、mlp:300,100 のような mlp:WIDTHS、または記述ファイル: JSON、もしくは重みを含む ONNX。</translation>
        </message>
        <message>
            <source>%1 has the SHA-256 %2, and %3 is expected</source>
            <translation>%1 の SHA-256 は %2 ですが、%3 を想定しています</translation>
        </message>
        <message>
            <source>Give the file that the run began with, or leave start.sha256 out.</source>
            <translation>ランの開始に使ったファイルを指定するか、start.sha256 を省いてください。</translation>
        </message>
        <message>
            <source>Give the file of weights again, or begin with new ones: start.weights=new.</source>
            <translation>重みのファイルを再度指定するか、新しい重みから開始してください: start.weights=new。</translation>
        </message>
        <message>
            <source>%1 has values that no network can have</source>
            <translation>%1 にネットワークとしてありえない値があります</translation>
        </message>
        <message>
            <source>The file is damaged, or its training diverged; choose another.</source>
            <translation>ファイルが破損しているか、学習が発散しています。別のファイルを選んでください。</translation>
        </message>
        <message>
            <source>there is no file of weights whose tensors it names</source>
            <translation>名前の対象となる重みのファイルがありません</translation>
        </message>
        <message>
            <source>Leave it out, or give that file as start.weights.</source>
            <translation>省くか、そのファイルを start.weights に指定してください。</translation>
        </message>
        <message>
            <source>Training began with weights from a file, not with new ones.</source>
            <translation>学習は新しい重みではなく、ファイルの重みから開始しました。</translation>
        </message>
        <message>
            <source>Training began with weights from a file that %1 wrote, not with new ones.</source>
            <translation>学習は新しい重みではなく、%1 が書き出したファイルの重みから開始しました。</translation>
        </message>
        <message>
            <source>Files of the first weights, as read</source>
            <translation>読み込んだ初期重みのファイル</translation>
        </message>
        <message>
            <source>per channel, as given: mean %1, standard deviation %2</source>
            <translation>チャンネルごと (指定値): 平均 %1、標準偏差 %2</translation>
        </message>
        <message>
            <source>the number to be predicted is the same in all of them: nothing can be learned</source>
            <translation>予測する数値がすべて同じです。学習できるものがありません</translation>
        </message>
        <message>
            <source>Train on more rows, or choose another label.</source>
            <translation>学習に使う行を増やすか、別のラベルを選んでください。</translation>
        </message>
        <message>
            <source>training samples</source>
            <translation>学習サンプル</translation>
        </message>
        <message>
            <source>Name of the array with their labels: whole numbers of classes, or numbers to predict.</source>
            <translation>ラベルの配列の名前です。クラスを表す整数、または予測する数値です。</translation>
        </message>
        <message>
            <source>What the labels are: classes, or a number that is to be predicted; with auto real numbers of which more than 10 different ones are not whole.</source>
            <translation>ラベルの種類です。クラス、または予測する数値です。auto では、整数でない値が 10 種類を超える実数を予測する数値とみなします。</translation>
        </message>
        <message>
            <source>What the labels are: classes, or a number that is to be predicted; with auto a column of numbers of which more than 10 different ones are not whole.</source>
            <translation>ラベルの種類です。クラス、または予測する数値です。auto では、整数でない値が 10 種類を超える数値の列を予測する数値とみなします。</translation>
        </message>
        <message>
            <source>Choose another label column (data.label), or predict its numbers (data.target: number).</source>
            <translation>別のラベル列を選ぶか (data.label)、その数値を予測してください (data.target: number)。</translation>
        </message>
        <message>
            <source>Column with the class of each row, or the number to predict, by name or by number from 1; empty takes the last one.</source>
            <translation>各行のクラス、または予測する数値の列です。名前または 1 からの番号で指定します。空欄では最後の列を使います。</translation>
        </message>
        <message>
            <source>expected the number to predict, found none</source>
            <translation>予測する数値が必要ですが、ありません</translation>
        </message>
        <message>
            <source>What is predicted</source>
            <translation>予測対象</translation>
        </message>
        <message>
            <source>Unit of the number</source>
            <translation>数値の単位</translation>
        </message>
        <message>
            <source>Unit of a number that is predicted, such as m or USD, for figures and charts; empty for none.</source>
            <translation>予測する数値の単位です (m、USD など)。数値とグラフに表示します。なければ空欄にします。</translation>
        </message>
        <message>
            <source>the number to be predicted is the same in all %1 rows: nothing can be learned</source>
            <translation>予測する数値が %1 行すべてで同じです。学習できるものがありません</translation>
        </message>
        <message>
            <source>Choose another label.</source>
            <translation>別のラベルを選んでください。</translation>
        </message>
        <message>
            <source>expected a number as metadata '%1', found %2</source>
            <translation>メタデータ '%1' には数値が必要ですが、%2 でした</translation>
        </message>
        <message>
            <source>%1 does not end in a dense layer of one output, which gives the number that is predicted</source>
            <translation>%1 の末尾は、予測する数値を出力する 1 出力の全結合層ではありません</translation>
        </message>
        <message>
            <source>Let it end in one, or choose another network.</source>
            <translation>末尾をそのような層にするか、別のネットワークを選んでください。</translation>
        </message>
        <message>
            <source>its network cannot give numbers of the scale that its metadata has</source>
            <translation>このネットワークでは、メタデータにある尺度の数値を出力できません</translation>
        </message>
        <message>
            <source>Loss of a number</source>
            <translation>数値の損失</translation>
        </message>
        <message>
            <source>Where a number is predicted: its squared error, or Huber's loss, in which outliers count less.</source>
            <translation>数値を予測する場合の損失です。二乗誤差、または外れ値の影響が小さい Huber 損失です。</translation>
        </message>
        <message>
            <source>Huber delta</source>
            <translation>Huber のデルタ</translation>
        </message>
        <message>
            <source>Distance, in standard deviations of the target, from which on Huber's loss rises no faster than the error.</source>
            <translation>Huber 損失が誤差に比例する増え方に切り替わる距離です。目標値の標準偏差を単位とします。</translation>
        </message>
        <message>
            <source>Share of the samples that are named rightly.</source>
            <translation>正しく分類されたサンプルの割合です。</translation>
        </message>
        <message>
            <source>macro F1</source>
            <translation>マクロ平均 F1</translation>
        </message>
        <message>
            <source>Unweighted mean over the classes of F1 = 2 TP / (2 TP + FP + FN).</source>
            <translation>F1 = 2 TP / (2 TP + FP + FN) のクラスについての単純平均です。</translation>
        </message>
        <message>
            <source>Root of the mean squared error, in the unit of the target.</source>
            <translation>平均二乗誤差の平方根です。目標値の単位で表します。</translation>
        </message>
        <message>
            <source>Mean absolute error, in the unit of the target.</source>
            <translation>平均絶対誤差です。目標値の単位で表します。</translation>
        </message>
        <message>
            <source>1 − mean squared error / variance of the target: 1 is perfect, 0 no better than always the mean.</source>
            <translation>1 − 平均二乗誤差 / 目標値の分散です。1 は完全な予測、0 は常に平均値を出すのと同じです。</translation>
        </message>
        <message>
            <source>the predictions cannot be told from guessing: their RMSE is %1, and always the mean of the test samples gives %2</source>
            <translation>予測はでたらめと区別できません。RMSE は %1 で、常にテストサンプルの平均値を出すと %2 になります</translation>
        </message>
        <message>
            <source>is not a list of classes below %1</source>
            <translation>%1 未満のクラスのリストではありません</translation>
        </message>
        <message>
            <source>is not a list of numbers</source>
            <translation>数値のリストではありません</translation>
        </message>
        <message>
            <source>0 or more</source>
            <translation>0 以上</translation>
        </message>
        <message>
            <source>has both classes and numbers</source>
            <translation>クラスと数値の両方があります</translation>
        </message>
        <message>
            <source>%1 has no classes: a number is predicted</source>
            <translation>%1 にはクラスがありません。数値を予測します</translation>
        </message>
        <message>
            <source>Give none.</source>
            <translation>none を指定してください。</translation>
        </message>
        <message>
            <source>what was to be written predicts otherwise than the run, by %1 on average</source>
            <translation>書き出そうとした内容の予測がランの予測と平均 %1 異なります</translation>
        </message>
        <message>
            <source>its RMSE over the test samples is %1, where the run has recorded %2</source>
            <translation>テストサンプルでの RMSE は %1 ですが、ランの記録では %2 です</translation>
        </message>
        <message>
            <source>read back, it predicts all %1 test samples as the run does, with an RMSE of %2, in the target's own unit</source>
            <translation>読み戻して確認した結果、%1 件のテストサンプルすべてでランと同じ予測をし、RMSE は目標値の単位で %2 です</translation>
        </message>
        <message>
            <source>of training batches (faint), validation (line), test (points); measured. The axis ends where 95 % of the batches lie below.</source>
            <translation>学習バッチ (淡色)、検証 (線)、テスト (点)。実測。軸の上端は、バッチの 95 % がその下に入る値です。</translation>
        </message>
        <message>
            <source>Errors before and after pruning</source>
            <translation>プルーニング前後の誤差</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>サンプル数</translation>
        </message>
        <message>
            <source>With %1 test samples, the RMSE is known to between %2 and %3 (95 % confidence, %4).</source>
            <translation>テストサンプル %1 件から、RMSE は %2 から %3 の間と推定されます (信頼度 95 %、%4)。</translation>
        </message>
        <message>
            <source>Predicted values against true ones</source>
            <translation>予測値と真の値</translation>
        </message>
        <message>
            <source>Test samples in groups of as many by their true value: the median prediction of each, and where 90 % of them lie.</source>
            <translation>テストサンプルを真の値の順に同数ずつの群に分け、各群の予測値の中央値と 90 % が入る範囲を示します。</translation>
        </message>
        <message>
            <source>true value</source>
            <translation>真の値</translation>
        </message>
        <message>
            <source>true value (%1)</source>
            <translation>真の値 (%1)</translation>
        </message>
        <message>
            <source>perfect</source>
            <translation>完全な予測</translation>
        </message>
        <message>
            <source>95 % lie below</source>
            <translation>95 % がこれより下</translation>
        </message>
        <message>
            <source>median</source>
            <translation>中央値</translation>
        </message>
        <message>
            <source>5 % lie below</source>
            <translation>5 % がこれより下</translation>
        </message>
        <message>
            <source>Quantiles of the residuals: predicted less true</source>
            <translation>残差 (予測値 − 真の値) の分位点</translation>
        </message>
        <message>
            <source>Before the first cut</source>
            <translation>最初の除去前</translation>
        </message>
        <message>
            <source>Final</source>
            <translation>最終</translation>
        </message>
        <message>
            <source>Of %1 test samples, the absolute error grew in %2 and shrank in %3. It changed by %4 on average, with a 95 % interval from %5 to %6 (%7). Were growing and shrinking equally likely, the ranks would be divided at least as unevenly with a probability of %8 (Wilcoxon's signed-rank test).</source>
            <translation>テストサンプル %1 件のうち、絶対誤差は %2 件で増え、%3 件で減りました。平均の変化は %4 で、95 % 信頼区間は %5 から %6 です (%7)。増減が同じ確率で起こるとすると、順位がこれ以上偏る確率は %8 です (Wilcoxon の符号順位検定)。</translation>
        </message>
        <message>
            <source>By these samples, the two networks cannot be told apart.</source>
            <translation>これらのサンプルからは、2 つのネットワークに差があるとはいえません。</translation>
        </message>
        <message>
            <source>Test %1</source>
            <translation>テスト %1</translation>
        </message>
        <message>
            <source>epoch %1, %2 samples; %3</source>
            <translation>エポック %1、%2 件、%3</translation>
        </message>
        <message>
            <source>Test %1 before the first cut</source>
            <translation>最初の除去前のテスト %1</translation>
        </message>
        <message>
            <source>What was predicted for each test sample was not recorded.</source>
            <translation>各テストサンプルの予測値は記録されていません。</translation>
        </message>
        <message>
            <source>The two networks on the same test samples</source>
            <translation>同じテストサンプルでの 2 つのネットワーク</translation>
        </message>
        <message>
            <source>Beside the reference run %1 (method %2), whose final test %3 is %4 %5, this run's differs by %6.</source>
            <translation>比較対象のラン %1 (手法 %2) の最終テスト %3 は %4 %5 で、このランの値との差は %6 です。</translation>
        </message>
        <message>
            <source>This run's final test error differs from the reference's by %1.</source>
            <translation>このランの最終テスト誤差と比較対象との差は %1 です。</translation>
        </message>
        <message>
            <source>%1: mean %2, standard deviation %3 of the training samples; splits are drawn at random from all samples alike</source>
            <translation>%1: 学習サンプルの平均 %2、標準偏差 %3。分割はすべてのサンプルから無作為に抽出します</translation>
        </message>
        <message>
            <source>Predicted number</source>
            <translation>予測する数値</translation>
        </message>
        <message>
            <source>R² of the test, and sparsity, over the run</source>
            <translation>ランの経過に伴うテストの R² とスパース率</translation>
        </message>
        <message>
            <source>R² of the test ends at %1; the achieved sparsity of the prunable weights at %2.</source>
            <translation>テストの R² は最後に %1、プルーニング対象の重みの達成スパース率は %2 です。</translation>
        </message>
        <message>
            <source>Validation %1 ends at %2, that of the test at %3.</source>
            <translation>検証の %1 は最後に %2、テストでは %3 です。</translation>
        </message>
        <message>
            <source>Predictions</source>
            <translation>予測</translation>
        </message>
        <message>
            <source>%1: over %2 samples, in the target's own unit, e = predicted - true: RMSE = sqrt(mean of e^2), MAE = mean of |e|, R^2 = 1 - mean of e^2 / variance of the true values.</source>
            <translation>%1: %2 件について、目標値の単位で、e = 予測値 - 真の値、RMSE = sqrt(e^2 の平均)、MAE = |e| の平均、R^2 = 1 - e^2 の平均 / 真の値の分散。</translation>
        </message>
        <message>
            <source>Test errors</source>
            <translation>テスト誤差</translation>
        </message>
        <message>
            <source>Best test errors, by RMSE; not the result</source>
            <translation>RMSE が最小のテスト誤差 (結果ではありません)</translation>
        </message>
        <message>
            <source>Test errors before pruning</source>
            <translation>プルーニング前のテスト誤差</translation>
        </message>
        <message>
            <source>Validation errors</source>
            <translation>検証誤差</translation>
        </message>
        <message>
            <source>Interval of the test RMSE</source>
            <translation>テスト RMSE の信頼区間</translation>
        </message>
        <message>
            <source>RMSE -+ 1.96 standard errors: that of the mean of e^2, its sample standard deviation over sqrt(samples), divided by 2 RMSE (delta method). Covers the choice of test samples, not the choice of seed.</source>
            <translation>RMSE -+ 1.96 × 標準誤差。標準誤差は、e^2 の標本標準偏差 / sqrt(サンプル数) を 2 RMSE で割った値です (デルタ法)。テストサンプルの選び方による変動を含み、シードの選び方は含みません。</translation>
        </message>
        <message>
            <source>Predictions and residuals</source>
            <translation>予測値と残差</translation>
        </message>
        <message>
            <source>image_answers of the last test evaluation: test samples by their true value in groups of as many; quantiles are linear between neighbours.</source>
            <translation>最後のテスト評価の image_answers: テストサンプルを真の値の順に同数ずつの群に分けます。分位点は隣り合う値の間で線形に補間します。</translation>
        </message>
        <message>
            <source>Change of the absolute error</source>
            <translation>絶対誤差の変化</translation>
        </message>
        <message>
            <source>image_answers, sample by sample: |error| of the pruned network less that of the first; the interval is the mean -+ 1.96 standard errors. Wilcoxon's signed-rank test (Wilcoxon 1945) by the normal approximation, ties at their mean rank, unchanged samples left out. Covers the choice of test samples, not the choice of seed.</source>
            <translation>image_answers のサンプルごと: プルーニング後のネットワークの |誤差| から第 1 のネットワークの |誤差| を引いた値です。区間は平均 -+ 1.96 × 標準誤差です。Wilcoxon の符号順位検定 (Wilcoxon 1945) は正規近似により、同順位は平均順位とし、変化のないサンプルは除きます。テストサンプルの選び方による変動を含み、シードの選び方は含みません。</translation>
        </message>
        <message>
            <source>Validation %1 rose from %2 at epoch %3 to %4 at epoch %5; up to %6 would be chance or usual here. %7</source>
            <translation>検証の %1 はエポック %3 の %2 からエポック %5 の %4 に上がりました。ここでは %6 までは偶然または通常の変動です。%7</translation>
        </message>
        <message>
            <source>test %1 %2</source>
            <translation>テスト %1 %2</translation>
        </message>
        <message>
            <source>test %1 %2 at epoch %3</source>
            <translation>エポック %3 でのテスト %1 %2</translation>
        </message>
        <message>
            <source>the number that is predicted</source>
            <translation>予測する数値</translation>
        </message>
        <message>
            <source>%1 %2 has the best %3; too little is known to judge %4.</source>
            <translation>%1 %2 が最良の %3 ですが、%4 を判断するには情報が足りません。</translation>
        </message>
        <message>
            <source>is not a list of groups</source>
            <translation>グループの一覧ではありません</translation>
        </message>
        <message>
            <source>holds %1 groups of %2 samples</source>
            <translation>%2 個のサンプルに対して %1 個のグループがあります</translation>
        </message>
        <message>
            <source>No test evaluation was made after the first weight was cut.</source>
            <translation>最初の重みを除去した後のテスト評価がありません。</translation>
        </message>
        <message>
            <source>expected a mask of %1 values for '%2', found %3</source>
            <translation>'%2' のマスクは値が %1 個のはずですが、%3 個でした</translation>
        </message>
        <message>
            <source>a name is empty</source>
            <translation>名前が空です</translation>
        </message>
        <message>
            <source>a name has %1 bytes, more than %2</source>
            <translation>名前が %1 バイトで、%2 バイトを超えています</translation>
        </message>
        <message>
            <source>a name is no line of text</source>
            <translation>名前が 1 行のテキストではありません</translation>
        </message>
        <message>
            <source>%1 runs are not from 1 to %2</source>
            <translation>実行回数 %1 が 1 から %2 の範囲にありません</translation>
        </message>
        <message>
            <source>its times are not in order</source>
            <translation>時間の順序が正しくありません</translation>
        </message>
        <message>
            <source>its times are not from %1 to %2 us</source>
            <translation>時間が %1 から %2 µs の範囲にありません</translation>
        </message>
        <message>
            <source>%1 bytes are out of range</source>
            <translation>%1 バイトは範囲外です</translation>
        </message>
        <message>
            <source>a measurement of a device (%1)</source>
            <translation>デバイスの実測値 (%1)</translation>
        </message>
        <message>
            <source>percentiles in order</source>
            <translation>順序の正しいパーセンタイル</translation>
        </message>
        <message>
            <source>a rising number</source>
            <translation>前より大きい数</translation>
        </message>
        <message>
            <source>either %1 or %2</source>
            <translation>%1 または %2</translation>
        </message>
        <message>
            <source>Delete the file, or move it away: what devices printed can be imported again.</source>
            <translation>ファイルを削除するか移動してください。デバイスの出力はもう一度取り込めます。</translation>
        </message>
        <message>
            <source>the version %1</source>
            <translation>バージョン %1</translation>
        </message>
        <message>
            <source>Callers at once: each asks for one sample after another; waits in ms</source>
            <translation>同時呼び出し: 各呼び出し側が 1 件ずつ続けて推論を求めた場合。待ち時間は ms</translation>
        </message>
        <message>
            <source>Callers</source>
            <translation>呼び出し数</translation>
        </message>
        <message>
            <source>Dense, samples/s</source>
            <translation>プルーニングなし、サンプル/秒</translation>
        </message>
        <message>
            <source>Median and 99 of 100</source>
            <translation>中央値と 99 パーセンタイル</translation>
        </message>
        <message>
            <source>This run, samples/s</source>
            <translation>このラン、サンプル/秒</translation>
        </message>
        <message>
            <source>On devices, as their own programs printed it; imported, not measured by this program</source>
            <translation>デバイス上での実測値。デバイスのプログラムの出力を取り込んだもので、このプログラムによる実測ではありません</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>デバイス</translation>
        </message>
        <message>
            <source>One sample, ms (5 % to 95 % of the runs)</source>
            <translation>サンプル 1 件、ms (実行の 5 % から 95 %)</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>実行回数</translation>
        </message>
        <message>
            <source>Weights, bytes</source>
            <translation>重み、バイト</translation>
        </message>
        <message>
            <source>Memory, bytes</source>
            <translation>メモリ、バイト</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>取り込み日時</translation>
        </message>
        <message>
            <source>Callers at once: %1. They get %2 samples/s dense and %3 pruned (%4); of 100 calls 99 wait at most %5 ms dense and %6 ms pruned.</source>
            <translation>同時呼び出し %1 件: プルーニングなしで %2 サンプル/秒、プルーニング済みで %3 サンプル/秒 (%4)。呼び出しの 99 % の待ち時間は、プルーニングなしで %5 ms 以下、プルーニング済みで %6 ms 以下です。</translation>
        </message>
        <message>
            <source>One sample takes %1 ms on %2 (median of %3 runs, spread %4 to %5; measured there, imported).</source>
            <translation>%2 ではサンプル 1 件に %1 ms かかります (%3 回の中央値、ばらつき %4～%5。デバイスでの実測値を取り込んだもの)。</translation>
            <source>CSV file in the data folder that names the group of each test picture, such as the site or machine that it is from: its file below the folder, a comma, the group. Accuracy is then told by group.</source>
            <translation>データフォルダー内の CSV ファイル。各テスト画像のグループ(拠点や機械など)を、フォルダー以下のファイル名、カンマ、グループ名の順に書きます。指定すると精度がグループ別に示されます。</translation>
        </message>
        <message>
            <source>mlflow shows the course of a run, and none is recorded here</source>
            <translation>MLflow はランの経過を表示しますが、ここには経過が記録されていません</translation>
        </message>
        <message>
            <source>The experiment of MLflow that the run belongs to.</source>
            <translation>このランが属する MLflow の実験。</translation>
        </message>
        <message>
            <source>Absolute path of the folder where MLflow will read it; where it is written unless given.</source>
            <translation>MLflow が読み込むフォルダーの絶対パス。省略すると書き出し先になります。</translation>
        </message>
        <message>
            <source>A folder that MLflow reads as its file store: configuration, curves and weights of the run.</source>
            <translation>MLflow がファイルストアとして読むフォルダーです。ランの設定、曲線、重みが入ります。</translation>
        </message>
        <message>
            <source>Experiment</source>
            <translation>実験</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>場所</translation>
        </message>
        <message>
            <source>state of the pruner</source>
            <translation>プルーナーの状態</translation>
        </message>
        <message>
            <source>Take one that this pruner has saved.</source>
            <translation>このプルーナーが保存したものを使ってください。</translation>
        </message>
        <message>
            <source>the mask of '%1' has %2 values and not %3</source>
            <translation>「%1」のマスクの値は %2 個で、%3 個ではありません</translation>
        </message>
        <message>
            <source>the mask of '%1' has values other than 0 and 1</source>
            <translation>「%1」のマスクに 0 と 1 以外の値があります</translation>
        </message>
        <message>
            <source>the mask of '%1' keeps %2 weights, fewer than %3</source>
            <translation>「%1」のマスクが残す重みは %2 個で、%3 個より少なくなっています</translation>
        </message>
        <message>
            <source>it has %1 masks for %2 layers</source>
            <translation>%2 層に対してマスクが %1 個あります</translation>
        </message>
        <message>
            <source>the sparsity %1 is not from 0 up to below 1</source>
            <translation>スパース率 %1 が範囲 (0 以上 1 未満) を外れています</translation>
        </message>
        <message>
            <source>masks are frozen by a method that has none</source>
            <translation>マスクを持たない手法でマスクが凍結されています</translation>
        </message>
        <message>
            <source>The errors before pruning were measured at epoch %1, when training was not complete. They are not those of a dense network trained to the end, and the difference to the result is not the cost of pruning.</source>
            <translation>プルーニング前の誤差は、学習が終わっていないエポック %1 で測定されました。最後まで学習した密なネットワークの誤差ではなく、結果との差はプルーニングによる低下ではありません。</translation>
        </message>
        <message>
            <source>One run with one seed (%1). Another seed would give somewhat other figures; the interval beside the RMSE covers the choice of test samples only.</source>
            <translation>1 つのシード (%1) での 1 つのランです。別のシードでは値がいくらか変わります。RMSE に添えた信頼区間はテストサンプルの選び方だけを含みます。</translation>
        </message>
        <message>
            <source>The test errors were measured with the weights of the last step.</source>
            <translation>テスト誤差は、最後のステップの重みで測定されました。</translation>
        </message>
        <message>
            <source>Rises of the validation error</source>
            <translation>検証誤差の上昇</translation>
        </message>
        <message>
            <source>No rise of the validation RMSE was found in %1 measurements: none was larger than %2 standard errors of the difference and than %3 times the usual change between neighbouring measurements (%4).</source>
            <translation>%1 回の測定に検証 RMSE の上昇は見つかりませんでした。差の標準誤差の %2 倍と、隣り合う測定の通常の変化の %3 倍の両方を超えるものはありませんでした (%4)。</translation>
        </message>
        <message>
            <source>reads values that were repeated, and is no product</source>
            <translation>繰り返された値を読んでいますが、積ではありません</translation>
        </message>
        <message>
            <source>changes the size of images; only one value of each channel is repeated, for a product</source>
            <translation>画像のサイズを変えています。繰り返せるのは、積のためのチャンネルごとに 1 つの値だけです</translation>
        </message>
        <message>
            <source>expected arrays in C's order of at most %1 bytes together</source>
            <translation>C の順序で合計 %1 バイト以下の配列が必要です</translation>
        </message>
        <message>
            <source>holds more than %1 bytes</source>
            <translation>%1 バイトを超えています</translation>
        </message>
        <message>
            <source>class</source>
            <translation>クラス</translation>
        </message>
        <message>
            <source>number</source>
            <translation>数値</translation>
        </message>
        <message>
            <source>squared</source>
            <translation>二乗誤差</translation>
        </message>
        <message>
            <source>huber</source>
            <translation>Huber 損失</translation>
        </message>
        <message>
            <source>Start a new run; nothing was changed.</source>
            <translation>新しいランを始めてください。何も変更されていません。</translation>
        </message>
        <message>
            <source>it was stopped before it had caught up with its record, which is as it was</source>
            <translation>記録に追いつく前に停止されました。記録は元のままです</translation>
        </message>
        <message>
            <source>Take the run up on the machine and with the program that recorded it; nothing was changed.</source>
            <translation>記録したときと同じ機械とプログラムで再開してください。何も変更されていません。</translation>
        </message>
        <message>
            <source>Take an earlier state of the same run.</source>
            <translation>同じランのより前の状態を使ってください。</translation>
        </message>
        <message>
            <source>it is the state of something else than a run</source>
            <translation>ランの状態ではありません</translation>
        </message>
        <message>
            <source>is a link: a run is never recorded through one</source>
            <translation>リンクです。リンクを通してランが記録されることはありません</translation>
        </message>
        <message>
            <source>Move the file to its place.</source>
            <translation>ファイルをその場所に移してください。</translation>
        </message>
        <message>
            <source>Start a new run, or take an undamaged copy of the folder.</source>
            <translation>新しいランを始めるか、壊れていないフォルダーの写しを使ってください。</translation>
        </message>
        <message>
            <source>a program records into it at this moment</source>
            <translation>いまプログラムがここに記録しています</translation>
        </message>
        <message>
            <source>Wait until that has ended, or end it.</source>
            <translation>それが終わるのを待つか、終了させてください。</translation>
        </message>
        <message>
            <source>Start a new run of the same configuration.</source>
            <translation>同じ設定で新しいランを始めてください。</translation>
        </message>
        <message>
            <source>its data are not those that it was started with</source>
            <translation>データが開始時のものと異なります</translation>
        </message>
        <message>
            <source>Put the data back as they were, or start a new run.</source>
            <translation>データを元に戻すか、新しいランを始めてください。</translation>
        </message>
        <message>
            <source>Take it up with the same program on a machine with the same instructions.</source>
            <translation>同じ命令を持つ機械で、同じプログラムで再開してください。</translation>
        </message>
        <message>
            <source>it was trained to its end</source>
            <translation>最後まで学習されています</translation>
        </message>
        <message>
            <source>its training diverged, and would do so again</source>
            <translation>学習が発散しました。再開しても同じことになります</translation>
        </message>
        <message>
            <source>what was decided there cannot be done again: %1</source>
            <translation>そこでの決定をやり直せません: %1</translation>
        </message>
        <message>
            <source>the run catches up with its record first, until step %1</source>
            <translation>ランはまず記録に追いつきます(ステップ %1 まで)</translation>
        </message>
        <message>
            <source>taken up from the state of step %1 by version %2 on %3, %4</source>
            <translation>ステップ %1 の状態から再開しました(バージョン %2、%3、%4)</translation>
        </message>
        <message>
            <source>is damaged: %1</source>
            <translation>壊れています: %1</translation>
        </message>
        <message>
            <source>its record is damaged: %1</source>
            <translation>記録が壊れています: %1</translation>
        </message>
        <message>
            <source>it was recorded by %1, and this is %2, whose sums come out in other bits</source>
            <translation>記録したのは %1 で、これは %2 です。和のビットが異なります</translation>
        </message>
        <message>
            <source>%1: the record does not reach up to it</source>
            <translation>%1: 記録がそこまで届いていません</translation>
        </message>
        <message>
            <source>%1 has no canonical form in JSON</source>
            <translation>%1 には JSON の正規形がありません</translation>
        </message>
        <message>
            <source>Record a finite number of at most 2^53.</source>
            <translation>2^53 以下の有限の数を記録してください。</translation>
        </message>
        <message>
            <source>'%1' is no anchor: expected the number of a link, a colon and 64 hexadecimal digits in lower case</source>
            <translation>「%1」はアンカーではありません: リンクの番号、コロン、小文字の 16 進数 64 桁が必要です</translation>
        </message>
        <message>
            <source>Give the text that `prunescope-cli verify` or `seal` said.</source>
            <translation>`prunescope-cli verify` または `seal` が表示したテキストを指定してください。</translation>
        </message>
        <message>
            <source>is no public key of Ed25519 in PEM</source>
            <translation>PEM 形式の Ed25519 公開鍵ではありません</translation>
        </message>
        <message>
            <source>Name the file that `prunescope-cli key --export FILE` wrote.</source>
            <translation>`prunescope-cli key --export FILE` が書き出したファイルを指定してください。</translation>
        </message>
        <message>
            <source>is no signing key of this program</source>
            <translation>このプログラムの署名鍵ではありません</translation>
        </message>
        <message>
            <source>Move it away: `prunescope-cli key` then makes a new one.</source>
            <translation>別の場所に移してください。その後 `prunescope-cli key` が新しい鍵を作ります。</translation>
        </message>
        <message>
            <source>there is not enough memory to open the signing key</source>
            <translation>署名鍵を開くためのメモリーが足りません</translation>
        </message>
        <message>
            <source>Close other programs, and try again.</source>
            <translation>ほかのプログラムを終了して、もう一度試してください。</translation>
        </message>
        <message>
            <source>is protected by a passphrase, and none was given</source>
            <translation>パスフレーズで保護されていますが、指定されていません</translation>
        </message>
        <message>
            <source>Type it on a terminal, or name a file that holds it with --passphrase-file.</source>
            <translation>端末で入力するか、--passphrase-file でそれを含むファイルを指定してください。</translation>
        </message>
        <message>
            <source>the passphrase is not the one of this key</source>
            <translation>パスフレーズがこの鍵のものではありません</translation>
        </message>
        <message>
            <source>Try it again.</source>
            <translation>もう一度試してください。</translation>
        </message>
        <message>
            <source>others may read this signing key: its mode is %1</source>
            <translation>この署名鍵はほかのユーザーも読めます: モードは %1 です</translation>
        </message>
        <message>
            <source>Take their rights away with `chmod 600`, and make a new key if somebody may have copied it.</source>
            <translation>`chmod 600` で権限を外してください。コピーされたおそれがある場合は、新しい鍵を作ってください。</translation>
        </message>
        <message>
            <source>is no name of one line with at most %1 bytes</source>
            <translation>%1 バイト以下の 1 行の名前ではありません</translation>
        </message>
        <message>
            <source>Give the name that records are to show.</source>
            <translation>記録に表示する名前を指定してください。</translation>
        </message>
        <message>
            <source>link %1 is missing: link %2 follows</source>
            <translation>リンク %1 がありません: リンク %2 が続いています</translation>
        </message>
        <message>
            <source>link %1 was changed: its hash is another</source>
            <translation>リンク %1 は変更されています: ハッシュが異なります</translation>
        </message>
        <message>
            <source>link %1 binds nothing that could be bound</source>
            <translation>リンク %1 は、束縛できるものを何も束縛していません</translation>
        </message>
        <message>
            <source>row %1</source>
            <translation>行 %1</translation>
        </message>
        <message>
            <source>rows %1 to %2</source>
            <translation>行 %1 ～ %2</translation>
        </message>
        <message>
            <source>%1, %2: not as it was recorded</source>
            <translation>%1、%2: 記録されたときと異なります</translation>
        </message>
        <message>
            <source>%1, row %2: no link of the chain binds it</source>
            <translation>%1、行 %2: チェーンのどのリンクにも束縛されていません</translation>
        </message>
        <message>
            <source>is no seal of a run</source>
            <translation>ランの封印ではありません</translation>
        </message>
        <message>
            <source>Restore it from a copy of the run's folder.</source>
            <translation>ランのフォルダーのコピーから復元してください。</translation>
        </message>
        <message>
            <source>is sealed already</source>
            <translation>すでに封印されています</translation>
        </message>
        <message>
            <source>Check it with `prunescope-cli verify`.</source>
            <translation>`prunescope-cli verify` で検査してください。</translation>
        </message>
        <message>
            <source>does not hold, and is not sealed: %1</source>
            <translation>検査に合格しないため、封印されません: %1</translation>
        </message>
        <message>
            <source>Restore the run from a copy.</source>
            <translation>ランをコピーから復元してください。</translation>
        </message>
        <message>
            <source>has not ended: only a run that has an end is sealed</source>
            <translation>終了していません: 封印できるのは終了したランだけです</translation>
        </message>
        <message>
            <source>Wait for its end, or stop it.</source>
            <translation>終了を待つか、停止してください。</translation>
        </message>
        <message>
            <source>the run was recorded before runs carried a chain of hashes (version %1 of the schema)</source>
            <translation>このランは、ハッシュのチェーンが導入される前に記録されました (スキーマのバージョン %1)</translation>
        </message>
        <message>
            <source>The run has no end: nothing here says whether more was recorded.</source>
            <translation>このランには終わりの記録がありません。さらに記録があったかどうかは、ここからはわかりません。</translation>
        </message>
        <message>
            <source>the run is not sealed</source>
            <translation>ランは封印されていません</translation>
        </message>
        <message>
            <source>The run is not sealed: nobody has signed the end of its chain.</source>
            <translation>ランは封印されていません。チェーンの末尾に署名した人はいません。</translation>
        </message>
        <message>
            <source>%1: the signature is not that of its key</source>
            <translation>%1: 署名が鍵と一致しません</translation>
        </message>
        <message>
            <source>the run was sealed with another key: %1</source>
            <translation>ランは別の鍵で封印されています: %1</translation>
        </message>
        <message>
            <source>the chain does not end where it was sealed: at link %1</source>
            <translation>チェーンの末尾が封印されたときの位置 (リンク %1) と異なります</translation>
        </message>
        <message>
            <source>link %1, which the anchor names, is not in the chain</source>
            <translation>アンカーが示すリンク %1 はチェーンにありません</translation>
        </message>
        <message>
            <source>link %1 is not that of the anchor</source>
            <translation>リンク %1 はアンカーのものと異なります</translation>
        </message>
        <message>
            <source>The data were not checked: name their folder with --data.</source>
            <translation>データは検査されていません。--data でフォルダーを指定してください。</translation>
        </message>
        <message>
            <source>%1 is no name of a file in a folder</source>
            <translation>%1 はフォルダー内のファイル名ではありません</translation>
        </message>
        <message>
            <source>%1 is missing</source>
            <translation>%1 がありません</translation>
        </message>
        <message>
            <source>%1 was not checked: it is not there.</source>
            <translation>%1 は検査されていません: そこにありません。</translation>
        </message>
        <message>
            <source>%1 is not the file that was recorded: its content is another</source>
            <translation>%1 は記録されたファイルではありません: 内容が異なります</translation>
        </message>
        <message>
            <source>is a link: a run is sealed without one</source>
            <translation>はリンクです: ランはリンクを含めずに封印されます</translation>
        </message>
        <message>
            <source>Move it away.</source>
            <translation>別の場所に移してください。</translation>
        </message>
        <message>
            <source>was recorded by an earlier version of the program</source>
            <translation>以前のバージョンのプログラムで記録されました</translation>
        </message>
        <message>
            <source>Start a new run; this one can be read all the same.</source>
            <translation>新しいランを始めてください。このランを読むことはできます。</translation>
        </message>
        <message>
            <source>it is sealed: nothing of it is changed any more</source>
            <translation>封印されています。もう何も変更されません</translation>
        </message>
        <message>
            <source>state saved</source>
            <translation>状態を保存</translation>
        </message>
        <message>
            <source>continued</source>
            <translation>再開</translation>
        </message>
        <message>
            <source>The first %1 of %2 groups are shown; all are in report.json.</source>
            <translation>%2 グループのうち最初の %1 グループを示します。すべては report.json にあります。</translation>
        </message>
        <message>
            <source>Of none of the %1 groups does the interval of the change of RMSE lie above zero: no group is known to be hurt.</source>
            <translation>RMSE の変化の区間がゼロより上にあるグループは、%1 グループ中に 1 つもありません。悪化したといえるグループはありません。</translation>
        </message>
        <message>
            <source>Of %1 of %2 groups, the whole interval of the change of RMSE lies above zero, first: %3.</source>
            <translation>%2 グループ中 %1 グループで、RMSE の変化の区間全体がゼロより上にあります。上位: %3。</translation>
        </message>
        <message>
            <source>%1 of them have too few samples for an interval: fewer than %2.</source>
            <translation>そのうち %1 グループはサンプルが %2 件に満たず、区間を求められません。</translation>
        </message>
        <message>
            <source>Groups by grown RMSE</source>
            <translation>RMSE の増加が大きい順のグループ</translation>
        </message>
        <message>
            <source>RMSE, first</source>
            <translation>RMSE (第 1)</translation>
        </message>
        <message>
            <source>RMSE, pruned</source>
            <translation>RMSE (プルーニング済み)</translation>
        </message>
        <message>
            <source>MAE, first</source>
            <translation>MAE (第 1)</translation>
        </message>
        <message>
            <source>MAE, pruned</source>
            <translation>MAE (プルーニング済み)</translation>
        </message>
        <message>
            <source>Which sample is of which group is said by the data; the network does not see it. Intervals %1. Each stands for its group alone: by chance, about one group in forty that lost nothing has its whole interval above zero.</source>
            <translation>どのサンプルがどのグループに属するかはデータが示すもので、ネットワークには渡されません。区間は %1。区間はそれぞれのグループだけのものです。悪化していないグループでも、40 に 1 つほどは偶然に区間全体がゼロより上になります。</translation>
        </message>
        <message>
            <source>Samples whose error grew most</source>
            <translation>誤差が最も増えたサンプル</translation>
        </message>
        <message>
            <source>Samples are numbered from 0 in the order of the test set.</source>
            <translation>サンプルの番号はテストデータの順で 0 から始まります。</translation>
        </message>
        <message>
            <source>True value</source>
            <translation>真の値</translation>
        </message>
        <message>
            <source>Predicted, first</source>
            <translation>予測値 (第 1)</translation>
        </message>
        <message>
            <source>Predicted, pruned</source>
            <translation>予測値 (プルーニング済み)</translation>
        </message>
        <message>
            <source>Growth of the error</source>
            <translation>誤差の増加</translation>
        </message>
        <message>
            <source>%1 step</source>
            <translation>ステップ %1 個</translation>
        </message>
        <message>
            <source>%1 steps</source>
            <translation>ステップ %1 個</translation>
        </message>
        <message>
            <source>Interval of a group's change of RMSE</source>
            <translation>グループの RMSE の変化の区間</translation>
        </message>
        <message>
            <source>image_answers, group by group, e and f the errors of a sample before the two networks: RMSE(f) - RMSE(e) -+ 1.96 standard errors, that of the mean of f^2 / (2 RMSE(f)) - e^2 / (2 RMSE(e)) by the delta method (Casella &amp; Berger 2002, section 5.5.4); none of fewer than %1 samples.</source>
            <translation>image_answers のグループごと。e と f は 2 つのネットワークでのサンプルの誤差: RMSE(f) - RMSE(e) -+ 1.96 × 標準誤差。標準誤差は f^2 / (2 RMSE(f)) - e^2 / (2 RMSE(e)) の平均の標準誤差です (デルタ法、Casella &amp; Berger 2002、5.5.4 節)。サンプルが %1 件に満たない場合は求めません。</translation>
        </message>
        <message>
            <source>Classes without a validation sample: %1 (%2).</source>
            <translation>検証サンプルがないクラス: %1 個 (%2)。</translation>
        </message>
        <message>
            <source>Whether the validation RMSE rose cannot be told</source>
            <translation>検証 RMSE が上昇したかどうかは判断できません</translation>
        </message>
        <message>
            <source>Whether validation accuracy fell cannot be told</source>
            <translation>検証精度が低下したかどうかは判断できません</translation>
        </message>
        <message>
            <source>%1: the record does not say on how many samples it was measured.</source>
            <translation>%1: 何件のサンプルで測定されたかが記録されていません。</translation>
        </message>
        <message>
            <source>%1: that takes %2 measurements, and the record has %3.</source>
            <translation>%1: %2 回の測定が必要ですが、記録には %3 回分しかありません。</translation>
        </message>
        <message>
            <source>Rises that neither chance nor the run's own ups and downs explain, measured on %1 validation samples</source>
            <translation>偶然でもラン自体の変動でも説明できない上昇 (検証サンプル %1 件で測定)</translation>
        </message>
        <message>
            <source>A rise counts when it is larger than %1 standard errors of the difference and than %2 times the usual change between neighbouring measurements (%3). Layers: the share of their weights that was cut in between, less what was revived. Events: the last ones in between.</source>
            <translation>差の標準誤差の %1 倍と、隣り合う測定の間の通常の変化の %2 倍の、両方を上回る上昇を数えます (%3)。層: その間に除去された重みから復活した重みを引いた、その層の重みに対する割合。イベント: その間の最後のもの。</translation>
        </message>
        <message>
            <source>The first %1 of %2 rises are shown.</source>
            <translation>%2 件の上昇のうち、最初の %1 件を示しています。</translation>
        </message>
        <message>
            <source>accuracy</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>%1 has not been tested yet: there is nothing to compare.</source>
            <translation>%1 はまだテストしていないため、比較できません。</translation>
        </message>
        <message>
            <source>These runs were tested on other samples: their figures are no measure of each other.</source>
            <translation>これらのランは異なるサンプルでテストしているため、値を比較できません。</translation>
        </message>
        <message>
            <source>What was answered to each test sample was not recorded of both runs.</source>
            <translation>テストサンプルごとの予測は、両方のランについては記録されていません。</translation>
        </message>
        <message>
            <source>The two runs were tested on their samples in another order.</source>
            <translation>2 つのランは異なる順序のサンプルでテストしています。</translation>
        </message>
        <message>
            <source>By these samples they cannot be told apart (Wilcoxon's signed-rank test, p = %1).</source>
            <translation>これらのサンプルからは差があるとは言えません (Wilcoxon の符号順位検定、p = %1)。</translation>
        </message>
        <message>
            <source>%1 is better, by more than chance explains (Wilcoxon's signed-rank test, p = %2).</source>
            <translation>%1 のほうが良く、偶然では説明できません (Wilcoxon の符号順位検定、p = %2)。</translation>
        </message>
        <message>
            <source>By these samples they cannot be told apart (McNemar's exact test, p = %1).</source>
            <translation>これらのサンプルからは差があるとは言えません (McNemar の正確検定、p = %1)。</translation>
        </message>
        <message>
            <source>%1 is better, by more than chance explains (McNemar's exact test, p = %2).</source>
            <translation>%1 のほうが良く、偶然では説明できません (McNemar の正確検定、p = %2)。</translation>
        </message>
        <message>
            <source>Of %1 test samples, %2 comes closer to the truth in %3 and %4 in %5.</source>
            <translation>テストサンプル %1 件のうち、%2 のほうが正解に近いものは %3 件、%4 のほうが近いものは %5 件です。</translation>
        </message>
        <message>
            <source>The absolute error of %1 less that of %2 is %3 on average (95 % interval %4 to %5).</source>
            <translation>%1 の絶対誤差から %2 の絶対誤差を引いた値は、平均 %3 です (95 % 信頼区間 %4 ～ %5)。</translation>
        </message>
        <message>
            <source>Of %1 test samples, %2 alone is right in %3 and %4 alone in %5.</source>
            <translation>テストサンプル %1 件のうち、%2 だけが正解したものは %3 件、%4 だけが正解したものは %5 件です。</translation>
        </message>
        <message>
            <source>The accuracy of %1 less that of %2 is %3 (95 % interval %4 to %5).</source>
            <translation>%1 の精度から %2 の精度を引いた値は %3 です (95 % 信頼区間 %4 ～ %5)。</translation>
        </message>
        <message>
            <source>%1 fills %2 of the %3 tensors of %4: %5</source>
            <translation>%1 で埋まるのは、%4 のテンソル %3 個のうち %2 個です: %5</translation>
        </message>
        <message>
            <source>These runs cannot be compared: %1 is judged by its %2, %3 by its %4.</source>
            <translation>これらのランは比較できません。%1 は %2 で、%3 は %4 で評価するためです。</translation>
        </message>
        <message>
            <source>it has a part that is none</source>
            <translation>正しくない部分があります</translation>
        </message>
        <message>
            <source>it has no such '%1' as is needed</source>
            <translation>必要な '%1' がありません</translation>
        </message>
        <message>
            <source>a hash</source>
            <translation>ハッシュ</translation>
        </message>
        <message>
            <source>the name of a folder</source>
            <translation>フォルダー名</translation>
        </message>
        <message>
            <source>from here on the learning rate is that of a run of %1 epochs; the schedule of the sparsity keeps its steps</source>
            <translation>ここから学習率は %1 エポックのランのものになります。スパース率のスケジュールはステップのまま変わりません</translation>
        </message>
        <message>
            <source>Branch from another state.</source>
            <translation>別の状態から分岐してください。</translation>
        </message>
        <message>
            <source>it is the state of another run than the one that it lies in</source>
            <translation>この状態は、それが置かれているランとは別のランのものです</translation>
        </message>
        <message>
            <source>it was trained with other data</source>
            <translation>別のデータで学習されたものです</translation>
        </message>
        <message>
            <source>Put the data back as they were: a branch has the data of its parent.</source>
            <translation>データを元に戻してください。分岐は分岐元と同じデータを使います。</translation>
        </message>
        <message>
            <source>epochs %1</source>
            <translation>エポック数 %1</translation>
        </message>
        <message>
            <source>steps %1</source>
            <translation>ステップ数 %1</translation>
        </message>
        <message>
            <source>from %1 at step %2, state %3</source>
            <translation>%1 のステップ %2 から、状態 %3</translation>
        </message>
        <message>
            <source>no state of it is kept, so that nothing can begin with one</source>
            <translation>状態が 1 つも保存されていないため、そこから始めることができません</translation>
        </message>
        <message>
            <source>Train a run with this version of the program; it saves its states.</source>
            <translation>このバージョンのプログラムでランを学習してください。状態が保存されます。</translation>
        </message>
        <message>
            <source>no state of its step %1 is kept</source>
            <translation>ステップ %1 の状態は保存されていません</translation>
        </message>
        <message>
            <source>There are states of the steps %1.</source>
            <translation>状態があるステップ: %1。</translation>
        </message>
        <message>
            <source>Branch from an undamaged copy of the folder.</source>
            <translation>フォルダーの壊れていないコピーから分岐してください。</translation>
        </message>
        <message>
            <source>a branch has the network, the data, the batches and the seed of its parent</source>
            <translation>分岐のネットワーク、データ、バッチ、シードは分岐元と同じでなければなりません</translation>
        </message>
        <message>
            <source>Leave it as it is there, or start a new run.</source>
            <translation>分岐元と同じままにするか、新しいランを開始してください。</translation>
        </message>
        <message>
            <source>the branch would begin at step %1, and its %2 epochs end at step %3</source>
            <translation>分岐はステップ %1 から始まりますが、%2 エポックはステップ %3 で終わります</translation>
        </message>
        <message>
            <source>Give more epochs, counted from the start of the parent.</source>
            <translation>分岐元の開始から数えたエポック数を増やしてください。</translation>
        </message>
        <message>
            <source>'%1' prunes nothing, and the parent may have cut weights</source>
            <translation>'%1' は何もプルーニングしませんが、分岐元では重みが除去されている可能性があります</translation>
        </message>
        <message>
            <source>Choose a method that prunes; schedule.target may stay as low as it is.</source>
            <translation>プルーニングする手法を選んでください。schedule.target は低いままでかまいません。</translation>
        </message>
        <message>
            <source>another %1</source>
            <translation>%1 を変更</translation>
        </message>
        <message>
            <source>the optimizer remembers nothing yet</source>
            <translation>オプティマイザーの内部状態は最初から</translation>
        </message>
        <message>
            <source>the method's own state begins anew</source>
            <translation>手法の内部状態は最初から</translation>
        </message>
        <message>
            <source>edits of the parent's schedule do not go on</source>
            <translation>分岐元のスケジュールへの編集は引き継がれません</translation>
        </message>
        <message>
            <source>the state was written by %1, so that what follows comes in other bits than there</source>
            <translation>状態は %1 で書かれたため、以降はビット単位では分岐元と一致しません</translation>
        </message>
        <message>
            <source>nothing is another than there</source>
            <translation>分岐元から変更なし</translation>
        </message>
        <message>
            <source>it is the state of step %1</source>
            <translation>ステップ %1 の状態です</translation>
        </message>
        <message>
            <source>its record has no chain by which a branch could name it</source>
            <translation>記録に、分岐から参照するためのハッシュチェーンがありません</translation>
        </message>
        <message>
            <source>Ask for more epochs than its %1, or start a new run of the same configuration.</source>
            <translation>%1 より多いエポック数を指定するか、同じ設定で新しいランを開始してください。</translation>
        </message>
        <message>
            <source>the run has been asked for %1 epochs already</source>
            <translation>このランにはすでに %1 エポックが指定されています</translation>
        </message>
        <message>
            <source>Give more than %1, counted from its start.</source>
            <translation>開始から数えて %1 より多く指定してください。</translation>
        </message>
        <message>
            <source>it was branched from another run, and none of its states can be used: %1</source>
            <translation>別のランから分岐したランですが、使える状態がありません: %1</translation>
        </message>
        <message>
            <source>Branch once more from %1.</source>
            <translation>%1 からもう一度分岐してください。</translation>
        </message>
        <message>
            <source>Branched from %1 at step %2: the run began with the weights, masks and place in the data of its saved state, whose SHA-256 is %3.</source>
            <translation>%1 のステップ %2 から分岐: 保存された状態の重み、マスク、データ内の位置から始まりました。状態の SHA-256 は %3 です。</translation>
        </message>
        <message>
            <source>The first hash of that run's chain is %1.</source>
            <translation>分岐元のハッシュチェーンの最初のハッシュは %1 です。</translation>
        </message>
        <message>
            <source>Asked for %1 epochs in place of %2 after step %3: from there on the learning rate is that of a run of the new length; the schedule of the sparsity keeps its steps.</source>
            <translation>ステップ %3 の後に %2 エポックから %1 エポックに延長: そこから学習率は新しい長さのランのものになります。スパース率のスケジュールはステップのまま変わりません。</translation>
        </message>
        <message>
            <source>To repeat the run, with seed %1, branch from the same state of %2 with these options.</source>
            <translation>このランをシード %1 で再現するには、%2 の同じ状態からこれらのオプションで分岐します。</translation>
        </message>
        <message>
            <source>No state of this run is kept that another could begin with.</source>
            <translation>このランには、別のランを始められる状態が保存されていません。</translation>
        </message>
        <message>
            <source>In every layer, weights cut less weights revived are the weights that the branch has pruned more than its parent had.</source>
            <translation>各層で、除去された数から復活した数を引くと、分岐元より多くプルーニングされた数になります。</translation>
        </message>
        <message>
            <source>Every step from %1 to the last is recorded exactly once, in order.</source>
            <translation>%1 から最後までの各ステップが、順序どおりちょうど 1 回ずつ記録されています。</translation>
        </message>
        <message>
            <source>it does not say what its parts are</source>
            <translation>どの部分から成るかが書かれていません</translation>
        </message>
        <message>
            <source>step %1, %2: %3 is %4 on record, and %5 when it is trained once more</source>
            <translation>ステップ %1、%2: %3 は記録では %4、学習し直すと %5 です</translation>
        </message>
        <message>
            <source>step %1, %2: what is on record does not come when it is trained once more</source>
            <translation>ステップ %1、%2: 記録にあるものが、学習し直しても現れません</translation>
        </message>
        <message>
            <source>step %1, %2: when it is trained once more, something comes that is not on record</source>
            <translation>ステップ %1、%2: 学習し直すと、記録にないものが現れます</translation>
        </message>
        <message>
            <source>trained once more, it does not give what is on record: %1</source>
            <translation>学習し直すと、記録と同じ値になりません: %1</translation>
        </message>
        <message>
            <source>%1: a mask has other values than 0 and 1</source>
            <translation>%1: マスクに 0 と 1 以外の値があります</translation>
        </message>
        <message>
            <source>Take an undamaged copy of the folder.</source>
            <translation>フォルダーの壊れていないコピーを使ってください。</translation>
        </message>
        <message>
            <source>The run has no end of its own: it was trained as far as its record goes.</source>
            <translation>このランには自らの終わりがありません。記録のあるところまで学習しました。</translation>
        </message>
        <message>
            <source>the data are not those that the run was trained on</source>
            <translation>データがランの学習に使われたものと異なります</translation>
        </message>
        <message>
            <source>the network on record is not the one that the configuration makes</source>
            <translation>記録にあるネットワークが、設定から作られるものと異なります</translation>
        </message>
        <message>
            <source>the schedule on record is not the one that the configuration makes</source>
            <translation>記録にあるスケジュールが、設定から作られるものと異なります</translation>
        </message>
        <message>
            <source>step %1: %2</source>
            <translation>ステップ %1: %2</translation>
        </message>
        <message>
            <source>the training does not come to the state %1</source>
            <translation>学習が状態 %1 に到達しません</translation>
        </message>
        <message>
            <source>Restore it from a copy.</source>
            <translation>コピーから復元してください。</translation>
        </message>
        <message>
            <source>Restore the file from a copy.</source>
            <translation>ファイルをコピーから復元してください。</translation>
        </message>
        <message>
            <source>step %1, %2: the part %3 comes out with other bits</source>
            <translation>ステップ %1、%2: 部分 %3 が異なるビットになります</translation>
        </message>
        <message>
            <source>step %1, %2: the SHA-256 is %3 on record, and %4 when it is trained once more</source>
            <translation>ステップ %1、%2: SHA-256 は記録では %3、学習し直すと %4 です</translation>
        </message>
        <message>
            <source>it is not the state that was saved: its content is another</source>
            <translation>保存された状態ではありません。内容が異なります</translation>
        </message>
        <message>
            <source>%1 was passed over: the record does not fit it.</source>
            <translation>%1 は使いませんでした。記録と合いません。</translation>
        </message>
        <message>
            <source>%1 was passed over: %2</source>
            <translation>%1 は使いませんでした: %2</translation>
        </message>
        <message>
            <source>%1 is not the state that was saved: its content is another</source>
            <translation>%1 は保存された状態ではありません。内容が異なります</translation>
        </message>
        <message>
            <source>%1 of %2 saved states are not there: they were given up.</source>
            <translation>保存された状態 %2 個のうち %1 個はありません。すでに削除されています。</translation>
        </message>
        <message>
            <source>%1 is no state that the record knows.</source>
            <translation>%1 は記録にない状態です。</translation>
        </message>
        <message>
            <source>the masks in %1 are not those that were chosen last</source>
            <translation>%1 のマスクが、最後に選ばれたものと異なります</translation>
        </message>
        <message>
            <source>it was branched from another run, and the state that it began with is not there</source>
            <translation>別のランから分岐したもので、開始時の状態がありません</translation>
        </message>
        <message>
            <source>Train windows of it instead (--replay-windows).</source>
            <translation>代わりに区間を選んで再学習してください (--replay-windows)。</translation>
        </message>
        <message>
            <source>There are no more windows than %1: all were trained.</source>
            <translation>区間は %1 個しかありません。すべて学習しました。</translation>
        </message>
        <message>
            <source>no saved state is there that it could be trained from</source>
            <translation>再学習の起点にできる保存済みの状態がありません</translation>
        </message>
        <message>
            <source>Take a copy of the folder that has them.</source>
            <translation>それらを含むフォルダーのコピーを使ってください。</translation>
        </message>
        <message>
            <source>extended</source>
            <translation>延長</translation>
        </message>
        <message>
            <source>branched</source>
            <translation>分岐</translation>
        </message>
    </context>
    <context>
        <name>Format</name>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>%1 min %2 s</source>
            <translation>%1 分 %2 秒</translation>
        </message>
        <message>
            <source>%1 h %2 min</source>
            <translation>%1 時間 %2 分</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分</translation>
        </message>
    </context>
    <context>
        <name>Presets</name>
        <message>
            <source>LeNet-5, MAP, 95 %</source>
            <translation>LeNet-5 MAP 95 %</translation>
        </message>
        <message>
            <source>The default: a small convolutional network loses 95 % of its weights.</source>
            <translation>既定の設定です。小さな畳み込みネットワークの重みの 95 % を除去します。</translation>
        </message>
        <message>
            <source>LeNet-300-100, MAP, 98 %</source>
            <translation>LeNet-300-100 MAP 98 %</translation>
        </message>
        <message>
            <source>A dense network keeps one weight in fifty.</source>
            <translation>全結合ネットワークで、重みを 50 個に 1 個だけ保持します。</translation>
        </message>
        <message>
            <source>Quick look, 3 epochs</source>
            <translation>お試し、3 エポック</translation>
        </message>
        <message>
            <source>A whole run in seconds, to see every page at work.</source>
            <translation>数秒で終わる 1 回のランで、すべてのページの動きを確認できます。</translation>
        </message>
        <message>
            <source>LeNet-5, dense baseline</source>
            <translation>LeNet-5 密なベースライン</translation>
        </message>
        <message>
            <source>The same network without pruning, to compare with.</source>
            <translation>比較用の、プルーニングなしの同じネットワークです。</translation>
        </message>
        <message>
            <source>LeNet-5, GMP, 95 %</source>
            <translation>LeNet-5 GMP 95 %</translation>
        </message>
        <message>
            <source>The default run with gradual magnitude pruning, where cut weights stay cut.</source>
            <translation>既定のランを段階的な絶対値プルーニングで行います。除去された重みは復活しません。</translation>
        </message>
    </context>
    <context>
        <name>WeightText</name>
        <message>
            <source>Value</source>
            <translation>値</translation>
        </message>
        <message>
            <source>In use as</source>
            <translation>使用時の値</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>kept</source>
            <translation>保持</translation>
        </message>
        <message>
            <source>pruned</source>
            <translation>プルーニング済み</translation>
        </message>
        <message>
            <source>Rank in layer</source>
            <translation>層内の順位</translation>
        </message>
        <message>
            <source>Rank in network</source>
            <translation>ネットワーク内の順位</translation>
        </message>
        <message>
            <source>Attention A</source>
            <translation>注意値 A</translation>
        </message>
        <message>
            <source>Times cut or revived</source>
            <translation>除去・復活の回数</translation>
        </message>
        <message>
            <source>Revived last at step</source>
            <translation>最後に復活したステップ</translation>
        </message>
        <message>
            <source>Cut last at step</source>
            <translation>最後に除去されたステップ</translation>
        </message>
        <message>
            <source>Kernels</source>
            <translation>カーネル</translation>
        </message>
        <message>
            <source>Matrix</source>
            <translation>行列</translation>
        </message>
        <message>
            <source>%1, at step %2</source>
            <translation>%1 (ステップ %2)</translation>
        </message>
        <message>
            <source>– (known while the run goes on)</source>
            <translation>– (学習中にのみ分かります)</translation>
        </message>
        <message>
            <source>Inputs</source>
            <translation>入力</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::AttentionModel</name>
        <message>
            <source>Layer</source>
            <translation>層</translation>
        </message>
        <message>
            <source>z</source>
            <translation>z</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>現在</translation>
        </message>
        <message>
            <source>Would be</source>
            <translation>適用後</translation>
        </message>
        <message>
            <source>Prunable layers from input to output.</source>
            <translation>プルーニング対象の層 (入力側から出力側へ)。</translation>
        </message>
        <message>
            <source>Attention strength: how fast attention to small weights fades as the network gets sparse. b = (1 - p)^z</source>
            <translation>注意強度: ネットワークがスパースになるにつれて、小さな重みへの注意が弱まる速さです。b = (1 - p)^z</translation>
        </message>
        <message>
            <source>How sparse the layer is, measured at the last mask update: pruned weights over all.</source>
            <translation>直近のマスク更新で実測した層のスパース率です: プルーニング済みの重み ÷ 全重み。</translation>
        </message>
        <message>
            <source>How sparse the layer would be if masks were chosen now for the target: an estimate, because weights move on.</source>
            <translation>今すぐ目標に合わせてマスクを選んだ場合の層のスパース率です。重みはこの後も変わるため推定値です。</translation>
        </message>
        <message>
            <source>Runs sparse: only the kept weights are multiplied.</source>
            <translation>スパースで実行: 保持されている重みだけを乗算します。</translation>
        </message>
        <message>
            <source>Runs dense: all weights are multiplied, which is as fast here or faster.</source>
            <translation>密で実行: すべての重みを乗算します。ここではそのほうが速いか、同じ速さです。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::AttentionPanel</name>
        <message>
            <source>Attention strength of %1</source>
            <translation>%1 の注意強度</translation>
        </message>
        <message>
            <source>Attention strength z, all layers</source>
            <translation>注意強度 z (全層)</translation>
        </message>
        <message>
            <source>How fast attention to small weights fades as the network gets sparse; sets every layer. b = (1 - p)^z</source>
            <translation>ネットワークがスパースになるにつれて、小さな重みへの注意が弱まる速さです。すべての層に設定します。b = (1 - p)^z</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>層</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::AuditModel</name>
        <message>
            <source>Time</source>
            <translation>時刻</translation>
        </message>
        <message>
            <source>When it happened, in local time.</source>
            <translation>発生時刻 (現地時間) です。</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>ステップ</translation>
        </message>
        <message>
            <source>Updates of the weights that were done by then.</source>
            <translation>その時点までに行われた重みの更新回数です。</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>Passes over the training samples that were done by then.</source>
            <translation>その時点までに学習サンプル全体を繰り返した回数です。</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>イベント</translation>
        </message>
        <message>
            <source>What happened.</source>
            <translation>何が起きたかです。</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>実行者</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>The reason the user gave; of a refusal, why.</source>
            <translation>ユーザーが記した理由です。拒否の場合は拒否した理由です。</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>変更</translation>
        </message>
        <message>
            <source>What differs: before → after.</source>
            <translation>変更点です: 前 → 後。</translation>
        </message>
        <message>
            <source>Who caused it: a person (account and host), the schedule, or the program.</source>
            <translation>操作の主体 (利用者のアカウントとホスト、スケジュール、プログラム) です。</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>影響</translation>
        </message>
        <message>
            <source>Validation accuracy as it was measured before → after.</source>
            <translation>前後に測定した検証精度です (前 → 後)。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::AuditPage</name>
        <message>
            <source>Filter events</source>
            <translation>イベントを絞り込み</translation>
        </message>
        <message>
            <source>Shows the events in which this text stands, in any column.</source>
            <translation>いずれかの列にこの文字列を含むイベントを表示します。</translation>
        </message>
        <message>
            <source>Kind of event</source>
            <translation>イベントの種類</translation>
        </message>
        <message>
            <source>Shows events of one kind alone.</source>
            <translation>1 種類のイベントだけを表示します。</translation>
        </message>
        <message>
            <source>Export report</source>
            <translation>レポート出力</translation>
        </message>
        <message>
            <source>Saves what was done to the network, why, and what it cost, for someone who has to check it.</source>
            <translation>ネットワークに何をしたか、その理由と精度への影響を、確認する人のために保存します。</translation>
        </message>
        <message>
            <source>Copy as CSV</source>
            <translation>CSV としてコピー</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>イベント</translation>
        </message>
        <message>
            <source>All events</source>
            <translation>すべてのイベント</translation>
        </message>
        <message>
            <source>Events: %1</source>
            <translation>イベント: %1</translation>
        </message>
        <message>
            <source>Events: %1 of %2</source>
            <translation>イベント: %1/%2</translation>
        </message>
        <message>
            <source>Audit</source>
            <translation>監査</translation>
        </message>
        <message>
            <source>%1, epoch %2</source>
            <translation>%1、エポック %2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>イベント</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::AuditText</name>
        <message>
            <source>Run started</source>
            <translation>ラン開始</translation>
        </message>
        <message>
            <source>Schedule edited</source>
            <translation>スケジュールの編集</translation>
        </message>
        <message>
            <source>Attention strength set</source>
            <translation>注意強度の設定</translation>
        </message>
        <message>
            <source>Mask frozen</source>
            <translation>マスクの凍結</translation>
        </message>
        <message>
            <source>Mask unfrozen</source>
            <translation>マスクの凍結解除</translation>
        </message>
        <message>
            <source>Request refused</source>
            <translation>要求を拒否</translation>
        </message>
        <message>
            <source>Phase changed</source>
            <translation>フェーズの切り替え</translation>
        </message>
        <message>
            <source>First weights cut</source>
            <translation>最初の除去</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Resumed</source>
            <translation>再開</translation>
        </message>
        <message>
            <source>One step taken</source>
            <translation>1 ステップ実行</translation>
        </message>
        <message>
            <source>Stop requested</source>
            <translation>停止の要求</translation>
        </message>
        <message>
            <source>Saved elsewhere</source>
            <translation>別の場所に保存</translation>
        </message>
        <message>
            <source>Final mask chosen</source>
            <translation>最終マスクの選択</translation>
        </message>
        <message>
            <source>Batch norm recalibrated</source>
            <translation>バッチ正規化の統計量の再計算</translation>
        </message>
        <message>
            <source>Collapse suspected</source>
            <translation>崩壊の疑い</translation>
        </message>
        <message>
            <source>Divergence suspected</source>
            <translation>発散の疑い</translation>
        </message>
        <message>
            <source>Training diverged</source>
            <translation>学習の発散</translation>
        </message>
        <message>
            <source>No better than guessing</source>
            <translation>当て推量と同程度の精度</translation>
        </message>
        <message>
            <source>Run finished</source>
            <translation>ラン完了</translation>
        </message>
        <message>
            <source>Run stopped</source>
            <translation>ラン停止</translation>
        </message>
        <message>
            <source>Run failed</source>
            <translation>ラン失敗</translation>
        </message>
        <message>
            <source>user</source>
            <translation>ユーザー</translation>
        </message>
        <message>
            <source>schedule</source>
            <translation>スケジュール</translation>
        </message>
        <message>
            <source>program</source>
            <translation>プログラム</translation>
        </message>
        <message>
            <source>epoch %1</source>
            <translation>エポック %1</translation>
        </message>
        <message>
            <source>not measured</source>
            <translation>未測定</translation>
        </message>
        <message>
            <source>not measured yet</source>
            <translation>まだ測定していません</translation>
        </message>
        <message>
            <source>Validation accuracy: %1 before, %2 after</source>
            <translation>検証精度: 変更前 %1、変更後 %2</translation>
        </message>
        <message>
            <source>Validation got worse</source>
            <translation>検証結果の悪化</translation>
        </message>
        <message>
            <source>Validation RMSE: %1 before, %2 after</source>
            <translation>検証 RMSE: 前 %1、後 %2</translation>
        </message>
        <message>
            <source>State saved</source>
            <translation>状態を保存</translation>
        </message>
        <message>
            <source>Taken up again</source>
            <translation>再開(前の続き)</translation>
        </message>
        <message>
            <source>Asked to train longer</source>
            <translation>学習を延長</translation>
        </message>
        <message>
            <source>Branched from another run</source>
            <translation>別のランから分岐</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ChartPanel</name>
        <message>
            <source>Save the chart</source>
            <translation>グラフを保存</translation>
        </message>
        <message>
            <source>%1: %2. Choose another folder or name.</source>
            <translation>%1: %2。別のフォルダーまたは名前を選んでください。</translation>
        </message>
        <message>
            <source>PNG picture (*.png)</source>
            <translation>PNG 画像 (*.png)</translation>
        </message>
        <message>
            <source>SVG picture (*.svg)</source>
            <translation>SVG 画像 (*.svg)</translation>
        </message>
        <message>
            <source>Table of numbers (*.csv)</source>
            <translation>数値の表 (*.csv)</translation>
        </message>
        <message>
            <source>Menu of the chart %1</source>
            <translation>グラフ「%1」のメニュー</translation>
        </message>
        <message>
            <source>Legend of the chart %1</source>
            <translation>グラフ「%1」の凡例</translation>
        </message>
        <message>
            <source>Marks: %1.</source>
            <translation>印: %1 個。</translation>
        </message>
        <message>
            <source>Triangles at the edge stand for values beyond the axis.</source>
            <translation>端の三角形は、軸の範囲を超える値を示します。</translation>
        </message>
        <message>
            <source>Arrow keys move the crosshair, plus and minus zoom, Home shows everything, Page up and Page down go from mark to mark, Enter opens a mark. With Ctrl, the arrows up and down move the axis of the values, plus and minus zoom it, Home has it fit the values again.</source>
            <translation>矢印キーで十字線を移動、+ と − で拡大・縮小、Home で全体を表示、Page Up と Page Down で印の間を移動、Enter で印を開きます。Ctrl を押しながら上下の矢印キーで値の軸を移動、+ と − で軸を拡大・縮小、Home で軸を再び値に合わせます。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::CommandPalette</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>A command, setting, layer, run or event; Enter goes there</source>
            <translation>コマンド、設定、層、ラン、イベント (Enter で移動)</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>検索</translation>
        </message>
        <message>
            <source>What to find</source>
            <translation>検索する語</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>検索結果</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::EventDetails</name>
        <message>
            <source>Before</source>
            <translation>前</translation>
        </message>
        <message>
            <source>After</source>
            <translation>後</translation>
        </message>
        <message>
            <source>Select an event to see all of it.</source>
            <translation>イベントを選択すると、すべての内容を表示します。</translation>
        </message>
        <message>
            <source>No. %1, %2, step %3, epoch %4, by: %5</source>
            <translation>番号 %1、%2、ステップ %3、エポック %4、実行者: %5</translation>
        </message>
        <message>
            <source>Reason: %1</source>
            <translation>理由: %1</translation>
        </message>
        <message>
            <source>Change: %1</source>
            <translation>変更: %1</translation>
        </message>
        <message>
            <source>As recorded (JSON)</source>
            <translation>記録のまま (JSON)</translation>
        </message>
        <message>
            <source>Shows the values before and after as they are in the record.</source>
            <translation>変更前と変更後の値を、記録にあるとおりに表示します。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ExperimentPage</name>
        <message>
            <source>The network of the last run is still being measured and saved.</source>
            <translation>前のランのネットワークを測定・保存しています。</translation>
        </message>
        <message>
            <source>A run is going on. Stop it before you start another.</source>
            <translation>ランを実行中です。別のランを開始する前に停止してください。</translation>
        </message>
        <message>
            <source>The run is being prepared.</source>
            <translation>ランを準備しています。</translation>
        </message>
        <message>
            <source>Mend the marked field to start: %1</source>
            <translation>開始するには、印の付いた欄を修正してください: %1</translation>
        </message>
        <message>
            <source>Experiment</source>
            <translation>実験</translation>
        </message>
        <message>
            <source>More seeds</source>
            <translation>追加のシード</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>The data set is now “%1”: that is what lies there.</source>
            <translation>その場所にあるデータに合わせて、データセットを「%1」に変更しました。</translation>
        </message>
        <message>
            <source>A branch is one run: ask for one seed and one target, or remove the line on the branch.</source>
            <translation>分岐は 1 つのランです。シードと目標を 1 つずつにするか、分岐の行を取り消してください。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ExportDialog</name>
        <message>
            <source>Export report</source>
            <translation>レポートを書き出し</translation>
        </message>
        <message>
            <source>&amp;Folder</source>
            <translation>フォルダー(&amp;F)</translation>
        </message>
        <message>
            <source>Where the files are saved; the folder is made if it is not there.</source>
            <translation>ファイルの保存先です。フォルダーがなければ作成します。</translation>
        </message>
        <message>
            <source>&amp;Browse…</source>
            <translation>参照(&amp;B)…</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>ファイル</translation>
        </message>
        <message>
            <source>&amp;PDF, for paper</source>
            <translation>PDF、印刷用(&amp;P)</translation>
        </message>
        <message>
            <source>The pages of the preview, with their fonts in the file.</source>
            <translation>プレビューのページを、フォントを埋め込んで保存します。</translation>
        </message>
        <message>
            <source>&amp;Web page, JSON and CSV</source>
            <translation>Web ページ、JSON、CSV(&amp;W)</translation>
        </message>
        <message>
            <source>The same report for a browser, and every number of it for other programs.</source>
            <translation>同じレポートのブラウザー版と、他のプログラム向けの全数値です。</translation>
        </message>
        <message>
            <source>&amp;Open afterwards</source>
            <translation>保存後に開く(&amp;O)</translation>
        </message>
        <message>
            <source>&amp;Export</source>
            <translation>書き出し(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Close</source>
            <translation>閉じる(&amp;C)</translation>
        </message>
        <message>
            <source>The run is being read…</source>
            <translation>ランを読み込んでいます…</translation>
        </message>
        <message>
            <source>The run cannot be shown.</source>
            <translation>ランを表示できません。</translation>
        </message>
        <message>
            <source>Folder for the report</source>
            <translation>レポートの保存先フォルダー</translation>
        </message>
        <message>
            <source>Saved: %1</source>
            <translation>保存しました: %1</translation>
        </message>
        <message>
            <source>Choose at least one kind of file.</source>
            <translation>ファイルの種類を 1 つ以上選んでください。</translation>
        </message>
        <message>
            <source>Name a folder, with its whole path.</source>
            <translation>フォルダーを絶対パスで指定してください。</translation>
        </message>
        <message>
            <source>&amp;Compared with</source>
            <translation>比較対象(&amp;C)</translation>
        </message>
        <message>
            <source>The run to compare with cannot be read: %1</source>
            <translation>比較するランを読み込めません: %1</translation>
        </message>
        <message>
            <source>No program was found that opens %1.</source>
            <translation>%1 を開くプログラムが見つかりません。</translation>
        </message>
        <message>
            <source>Shows what was saved in the programs that open such files.</source>
            <translation>保存したファイルを、対応するプログラムで開きます。</translation>
        </message>
        <message>
        <source>The report is incomplete, since a part of the record could not be read. No other report was replaced.</source>
        <translation>記録の一部を読み取れなかったため、レポートは不完全です。ほかのレポートは置き換えていません。</translation>
        </message>
        <message>
            <source>There is no run to report on. Start one, or open one under Compare.</source>
            <translation>レポートにするランがありません。ランを開始するか、「比較」で開いてください。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::HistogramView</name>
        <message>
            <source>Weights by |w|</source>
            <translation>|w| ごとの重みの数</translation>
        </message>
        <message>
            <source>threshold %1</source>
            <translation>しきい値 %1</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::MainWindow</name>
        <message>
            <source>Open a run folder</source>
            <translation>ランのフォルダーを開く</translation>
        </message>
        <message>
            <source>Close Prunescope</source>
            <translation>Prunescope を閉じる</translation>
        </message>
        <message>
            <source>A run is going on. Stop it and close? Everything so far is kept.</source>
            <translation>ランを実行中です。停止して閉じますか? それまでの結果はすべて残ります。</translation>
        </message>
        <message>
            <source>Stop and close</source>
            <translation>停止して閉じる</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>続ける</translation>
        </message>
        <message>
            <source>Prunescope</source>
            <translation>Prunescope</translation>
        </message>
        <message>
            <source>The run is being stopped and saved; the window closes after that.</source>
            <translation>ランを停止して保存しています。終わるとウィンドウを閉じます。</translation>
        </message>
        <message>
            <source>%1 – Prunescope</source>
            <translation>%1 – Prunescope</translation>
        </message>
        <message>
            <source>No other window can be opened: the program does not start.</source>
            <translation>新しいウィンドウを開けません。プログラムを起動できません。</translation>
        </message>
        <message>
            <source>There is no run to report on. Start one, or open one under Compare.</source>
            <translation>レポートにするランがありません。ランを開始するか、「比較」で開いてください。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::MessageBar</name>
        <message>
            <source>Dismiss the message</source>
            <translation>メッセージを閉じる</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::OptionEditor</name>
        <message>
            <source>found by itself</source>
            <translation>自動で検索</translation>
        </message>
        <message>
            <source>none</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>Esc brings %1 back.</source>
            <translation>Esc で %1 に戻ります。</translation>
        </message>
        <message>
            <source>the empty field</source>
            <translation>空欄</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::PagePreview</name>
        <message>
            <source>Previous page</source>
            <translation>前のページ</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>次のページ</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>縮小</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>拡大</translation>
        </message>
        <message>
            <source>Fit the page to the width</source>
            <translation>ページ幅に合わせる</translation>
        </message>
        <message>
            <source>Preview of the report</source>
            <translation>レポートのプレビュー</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>%1/%2 ページ</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::PdfReport</name>
        <message>
            <source>Run %1</source>
            <translation>ラン %1</translation>
        </message>
        <message>
            <source>Page %1 of %2</source>
            <translation>%1/%2 ページ</translation>
        </message>
        <message>
            <source>Report written %1</source>
            <translation>レポート作成 %1</translation>
        </message>
        <message>
            <source>Run started %1</source>
            <translation>ラン開始 %1</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RecordingNotice</name>
        <message>
            <source>Save elsewhere…</source>
            <translation>別の場所に保存…</translation>
        </message>
        <message>
            <source>Goes on recording in another folder, with all that was recorded so far.</source>
            <translation>これまでの記録をすべて含めて、別のフォルダーで記録を続けます。</translation>
        </message>
        <message>
            <source>Paused: not recorded since %1, and there is no room for more records. The run goes on by itself once those that wait can be written: %2.</source>
            <translation>一時停止中: %1 から記録できておらず、これ以上の記録を保持できません。待機中の記録を書き込めるようになると自動的に再開します: %2 件。</translation>
        </message>
        <message>
            <source>Not recorded since %1; it is tried again. Records that wait in memory: %2.</source>
            <translation>%1 から記録できていません。再試行します。メモリで待機中の記録: %2 件。</translation>
        </message>
        <message>
            <source>Save the run in this folder</source>
            <translation>ランをこのフォルダーに保存</translation>
        </message>
        <message>
            <source>It could not be saved there: %1</source>
            <translation>そこには保存できませんでした: %1</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunActions</name>
        <message>
            <source>Resume</source>
            <translation>再開</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>一時停止</translation>
        </message>
        <message>
            <source>Unfreeze</source>
            <translation>凍結解除</translation>
        </message>
        <message>
            <source>Freeze</source>
            <translation>凍結</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>開始</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>1 ステップ</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Starts a run with the experiment of Set up (Ctrl+Enter).</source>
            <translation>「準備」の実験でランを開始します (Ctrl+Enter)。</translation>
        </message>
        <message>
            <source>Holds the run at the next step, or lets it go on (Space).</source>
            <translation>次のステップでランを一時停止するか、再開します (Space)。</translation>
        </message>
        <message>
            <source>Takes one optimisation step and holds again (F10).</source>
            <translation>最適化を 1 ステップ進めて、再び一時停止します (F10)。</translation>
        </message>
        <message>
            <source>Ends the run now; everything so far is kept and can be reported (Ctrl+.).</source>
            <translation>ランを今すぐ終了します。それまでの結果はすべて残り、レポートにできます (Ctrl+.)。</translation>
        </message>
        <message>
            <source>Freeze now, at %1 (target %2)</source>
            <translation>今すぐ %1 で凍結 (目標 %2)</translation>
        </message>
        <message>
            <source>Freeze at %1</source>
            <translation>%1 で凍結</translation>
        </message>
        <message>
            <source>Freeze now, at the target of %1</source>
            <translation>今すぐ目標の %1 で凍結</translation>
        </message>
        <message>
            <source>Fixes which weights are kept: exploration ends, exploitation begins, and sparsity stays as it is then (Ctrl+F). Once more lets the mask move again, as it was planned to. Both can be undone.</source>
            <translation>残す重みを固定します: 探索が終わって活用が始まり、スパース率はその時点の値に留まります (Ctrl+F)。もう一度押すと、計画どおりマスクが再び動きます。どちらも元に戻せます。</translation>
        </message>
        <message>
            <source>Goes on with this run from its last saved state: it ends in the same bits as one that was never interrupted (Space).</source>
            <translation>最後に保存された状態からこのランを続けます。中断のなかったランとビット単位で同じ結果になります(Space)。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunOverlay</name>
        <message>
            <source>Test loss</source>
            <translation>テスト損失</translation>
        </message>
        <message>
            <source>Validation loss</source>
            <translation>検証損失</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>ステップ</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>Wall time (s)</source>
            <translation>経過時間 (秒)</translation>
        </message>
        <message>
            <source>Process time (s)</source>
            <translation>処理時間 (秒)</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>指標</translation>
        </message>
        <message>
            <source>What the left chart shows, measured on samples that the network did not learn from.</source>
            <translation>左のグラフの内容です。ネットワークが学習に使っていないサンプルで測定します。</translation>
        </message>
        <message>
            <source>Time axis</source>
            <translation>時間軸</translation>
        </message>
        <message>
            <source>What the horizontal axis counts; process time leaves pauses out.</source>
            <translation>横軸の単位です。処理時間には一時停止中の時間を含みません。</translation>
        </message>
        <message>
            <source>Whole runs</source>
            <translation>ラン全体</translation>
        </message>
        <message>
            <source>Shows the whole runs again; the wheel zooms, dragging moves, a double click resets.</source>
            <translation>ラン全体の表示に戻します。ホイールで拡大・縮小、ドラッグで移動、ダブルクリックでリセットします。</translation>
        </message>
        <message>
            <source>Sparsity (achieved, measured)</source>
            <translation>スパース率 (達成値、実測)</translation>
        </message>
        <message>
            <source>%1 (measured)</source>
            <translation>%1 (実測)</translation>
        </message>
        <message>
            <source>Mean over seeds</source>
            <translation>シード間の平均</translation>
        </message>
        <message>
            <source>Draws runs that differ only in the seed as their mean, with a band of one sample standard deviation either way.</source>
            <translation>シードだけが異なるランを平均で表示し、その上下に標本標準偏差 1 つ分の帯を付けます。</translation>
        </message>
        <message>
            <source>%1 and sparsity</source>
            <translation>%1とスパース率</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Lines are means over seeds, bands one sample standard deviation either way.</source>
            <translation>線はシード間の平均、帯はその上下に標本標準偏差 1 つ分の幅です。</translation>
        </message>
        <message>
            <source>Sparsity</source>
            <translation>スパース率</translation>
        </message>
        <message>
            <source>Tick runs to lay their curves over each other here.</source>
            <translation>チェックを入れたランの曲線を、ここに重ねて表示します。</translation>
        </message>
        <message>
            <source>%1 in %2 (measured)</source>
            <translation>%1 (%2、実測)</translation>
        </message>
        <message>
            <source>left out, of another task: %1</source>
            <translation>別のタスクのため除外: %1 件</translation>
        </message>
        <message>
            <source>Validation %1</source>
            <translation>検証 %1</translation>
        </message>
        <message>
            <source>Validation accuracy</source>
            <translation>検証精度</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunPictures</name>
        <message>
            <source>Pictures of the runs</source>
            <translation>ランの図</translation>
        </message>
        <message>
            <source>Curves</source>
            <translation>曲線</translation>
        </message>
        <message>
            <source>The ticked runs over time.</source>
            <translation>チェックしたランの時間推移です。</translation>
        </message>
        <message>
            <source>Scatter</source>
            <translation>散布図</translation>
        </message>
        <message>
            <source>Parallel coordinates</source>
            <translation>平行座標</translation>
        </message>
        <message>
            <source>All runs that the table shows as lines through what they differ in.</source>
            <translation>表に表示しているすべてのランを、設定の異なる項目を通る線で示します。</translation>
        </message>
        <message>
            <source>Save picture…</source>
            <translation>図を保存…</translation>
        </message>
        <message>
            <source>Saves what is shown with a title, axes and legend, 1600 x 900 pixels, as PNG or SVG.</source>
            <translation>表示内容を、タイトル、軸、凡例付きの 1600 x 900 ピクセルの図として PNG または SVG で保存します。</translation>
        </message>
        <message>
            <source>Copy picture</source>
            <translation>図をコピー</translation>
        </message>
        <message>
            <source>Copies the same picture, for a document or a mail.</source>
            <translation>同じ図をコピーします。文書やメールに貼り付けられます。</translation>
        </message>
        <message>
            <source>Save numbers…</source>
            <translation>数値を保存…</translation>
        </message>
        <message>
            <source>Saves the numbers that are shown as CSV.</source>
            <translation>表示している数値を CSV で保存します。</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>相違点</translation>
        </message>
        <message>
            <source>Two ticked runs: in what they differ, and what came of it.</source>
            <translation>チェックした 2 件のランの設定の違いと、その結果です。</translation>
        </message>
        <message>
            <source>A figure of the last test over sparsity, size or time of all runs that the table shows.</source>
            <translation>表に表示しているすべてのランの、最後のテストの値とスパース率、サイズ、または時間です。</translation>
        </message>
        <message>
            <source>Map</source>
            <translation>系統図</translation>
        </message>
        <message>
            <source>Who came from whom, of all runs that the table shows.</source>
            <translation>表に示すすべてのランの系統。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunPicture</name>
        <message>
            <source>runs: %1</source>
            <translation>ラン: %1 件</translation>
        </message>
        <message>
            <source>they differ in: %1</source>
            <translation>異なる項目: %1</translation>
        </message>
        <message>
            <source>No run in the table has a measured sparsity and a figure of a test yet.</source>
            <translation>表のランには、スパース率とテスト結果の実測値がまだありません。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunScatter</name>
        <message>
            <source>Measured runs that the table shows: %1 of %2</source>
            <translation>表に表示している測定済みのラン: %1 件 (全 %2 件)</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Horizontal axis</source>
            <translation>横軸</translation>
        </message>
        <message>
            <source>Each point is a run, in the colour of those that differ in seed and target sparsity alone; one that is ticked has a ring. A diamond is the mean over seeds, its bar one sample standard deviation either way.</source>
            <translation>各点は 1 件のランです。シードと目標スパース率だけが異なるランは同じ色で、チェックしたランには輪が付きます。ひし形はシード間の平均、縦線はその上下に標本標準偏差 1 つ分の幅です。</translation>
        </message>
        <message>
            <source>What the figure of the test is shown over: the share of weights that is pruned, what the weights take on disk, or how long one sample takes.</source>
            <translation>テスト結果の横軸です。プルーニング済みの重みの割合、重みのディスク上のサイズ、サンプル 1 件の推論時間から選びます。</translation>
        </message>
        <message>
            <source>Vertical axis</source>
            <translation>縦軸</translation>
        </message>
        <message>
            <source>Which figure of the last test is shown. Runs that do not have it are left out.</source>
            <translation>最後のテストのどの値を表示するかです。この値がないランは除きます。</translation>
        </message>
        <message>
            <source>These runs were not tested on the same data, so that their figures cannot be compared: filter the table for one data set.</source>
            <translation>これらのランは同じデータでテストしていないため、値を比較できません。1 つのデータセットに絞り込んでください。</translation>
        </message>
        <message>
            <source>Left out, since they have no %1: %2.</source>
            <translation>%1 がないため除いたラン: %2 件。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunParallel</name>
        <message>
            <source>others</source>
            <translation>その他</translation>
        </message>
        <message>
            <source>Parallel coordinates</source>
            <translation>平行座標</translation>
        </message>
        <message>
            <source>Measured runs that the table shows: %1 of %2, lit: %3. Drag on an axis to choose a part of it, click its title to turn it.</source>
            <translation>表に表示している測定済みのラン: %1 件 (全 %2 件、強調: %3 件)。軸をドラッグすると範囲を選択し、軸のタイトルをクリックすると向きを反転します。</translation>
        </message>
        <message>
            <source>Left and right go from axis to axis, up and down move the upper edge of its brush and with Shift the lower one, F turns the axis, Delete takes its brush away.</source>
            <translation>左右キーで軸を移動し、上下キーで選択範囲の上端を、Shift を押しながらでは下端を動かします。F で軸を反転し、Delete で選択範囲を消します。</translation>
        </message>
        <message>
            <source>What the runs were asked for, and what they came to</source>
            <translation>ランの設定と結果</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Left out, since they have no %1: %2.</source>
            <translation>%1 がないため除いたラン: %2 件。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ParallelPlot</name>
        <message>
            <source>%1 to %2</source>
            <translation>%1～%2</translation>
        </message>
        <message>
            <source>all values</source>
            <translation>すべての値</translation>
        </message>
    </context>
    <context>
        <name>RunNames</name>
        <message>
            <source>Data set</source>
            <translation>データセット</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>手法</translation>
        </message>
        <message>
            <source>Target sparsity</source>
            <translation>目標スパース率</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>%1 epochs</source>
            <translation>%1 エポック</translation>
        </message>
    </context>
    <context>
        <name>ScatterFigures</name>
        <message>
            <source>others</source>
            <translation>その他</translation>
        </message>
        <message>
            <source>Pareto front</source>
            <translation>パレートフロント</translation>
        </message>
        <message>
            <source>%1: test %2 %3 at %4 (seed %5, %6)</source>
            <translation>%1: テスト %2 %3、%4 (シード %5、%6)</translation>
        </message>
        <message>
            <source>%1: test %2 %3 ± %4 at %5, mean of %6 seeds</source>
            <translation>%1: テスト %2 %3 ± %4、%5 (シード %6 個の平均)</translation>
        </message>
    </context>
    <context>
        <name>ParallelFigures</name>
        <message>
            <source>Data set</source>
            <translation>データセット</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>手法</translation>
        </message>
        <message>
            <source>Target sparsity</source>
            <translation>目標スパース率</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>Sparsity</source>
            <translation>スパース率</translation>
        </message>
        <message>
            <source>%1: test %2 %3 at %4 sparsity</source>
            <translation>%1: テスト %2 %3、スパース率 %4</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunsModel</name>
        <message>
            <source>%1: a part of this run cannot be read.
%2
What can be read is shown; nothing is changed on the disk.</source>
            <translation>%1: このランの一部を読み込めません。
%2
読み込めた部分を表示しています。ディスク上のデータは変更していません。</translation>
        </message>
        <message>
            <source>Draw the curves of %1</source>
            <translation>%1 の曲線を表示</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunsPage</name>
        <message>
            <source>%1 could not be moved to the trash; nothing was deleted: %2</source>
            <translation>%1 をゴミ箱に移動できませんでした。何も削除していません: %2</translation>
        </message>
        <message>
            <source>No runs yet</source>
            <translation>まだランがありません</translation>
        </message>
        <message>
            <source>Every run that you start is kept in %1 and listed here, so that you can open it again or compare it with others.</source>
            <translation>開始したランはすべて %1 に保存され、ここに一覧されます。もう一度開いたり、他のランと比較したりできます。</translation>
        </message>
        <message>
            <source>Start the experiment</source>
            <translation>実験を開始</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>ラン</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>ラン</translation>
        </message>
        <message>
            <source>Reading the runs</source>
            <translation>ランを読み込んでいます</translation>
        </message>
        <message>
            <source>They are in %1.</source>
            <translation>%1 にあります。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ScheduleCurve</name>
        <message>
            <source>epoch</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>frozen</source>
            <translation>凍結</translation>
        </message>
        <message>
            <source>Start: %1</source>
            <translation>開始: %1</translation>
        </message>
        <message>
            <source>End: %1</source>
            <translation>終了: %1</translation>
        </message>
        <message>
            <source>Target: %1</source>
            <translation>目標: %1</translation>
        </message>
        <message>
            <source>Freeze: never</source>
            <translation>凍結: なし</translation>
        </message>
        <message>
            <source>Freeze: %1</source>
            <translation>凍結: %1</translation>
        </message>
        <message>
            <source>Knot: %1 at epoch %2</source>
            <translation>制御点: %1 (エポック %2)</translation>
        </message>
        <message>
            <source>epoch %1</source>
            <translation>エポック %1</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ScheduleFields</name>
        <message>
            <source>Shape</source>
            <translation>形状</translation>
        </message>
        <message>
            <source>Initial sparsity</source>
            <translation>初期スパース率</translation>
        </message>
        <message>
            <source>How sparse the network is before the ramp: p_i, the share of pruned weights.</source>
            <translation>ランプ前のネットワークのスパース率です: p_i、プルーニング済みの重みの割合。</translation>
        </message>
        <message>
            <source>Target sparsity</source>
            <translation>目標スパース率</translation>
        </message>
        <message>
            <source>How sparse the network shall be in the end: p_f, the share of pruned weights.</source>
            <translation>最終的なネットワークのスパース率です: p_f、プルーニング済みの重みの割合。</translation>
        </message>
        <message>
            <source>Start (epoch)</source>
            <translation>開始 (エポック)</translation>
        </message>
        <message>
            <source>When the first weights are cut: t0.</source>
            <translation>最初の重みを除去する時点です: t0。</translation>
        </message>
        <message>
            <source>End (epoch)</source>
            <translation>終了 (エポック)</translation>
        </message>
        <message>
            <source>When the target is reached: t1.</source>
            <translation>目標に到達する時点です: t1。</translation>
        </message>
        <message>
            <source>Freeze (epoch)</source>
            <translation>凍結 (エポック)</translation>
        </message>
        <message>
            <source>From this moment on no weight is cut or comes back, and the kept ones are trained to the end: t_f. Off: the mask never stands still.</source>
            <translation>この時点から重みの除去も復活もなくなり、保持された重みを最後まで学習します: t_f。オフ: マスクは最後まで変化します。</translation>
        </message>
        <message>
            <source>How sparsity rises from start to end; cubic cuts much early and little late. Drawn: click its line in the chart of sparsity to add knots.</source>
            <translation>開始から終了までのスパース率の上がり方です。3 次では早い時期に多く、後で少なく除去します。手描きでは、スパース率のグラフの線をクリックして制御点を追加します。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::SchedulePage</name>
        <message>
            <source>Not changed: %1.</source>
            <translation>変更していません: %1。</translation>
        </message>
        <message>
            <source>In force from step %1 on.</source>
            <translation>ステップ %1 から有効です。</translation>
        </message>
        <message>
            <source>The run refused the change: %1.</source>
            <translation>ランが変更を拒否しました: %1。</translation>
        </message>
        <message>
            <source>No preview: %1.</source>
            <translation>プレビューなし: %1。</translation>
        </message>
        <message>
            <source>Now %1 (measured)</source>
            <translation>現在 %1 (実測)</translation>
        </message>
        <message>
            <source> → would be %1 (estimated)</source>
            <translation> → 適用後 %1 (推定)</translation>
        </message>
        <message>
            <source>Nothing to schedule</source>
            <translation>スケジュールなし</translation>
        </message>
        <message>
            <source>This run trains the network dense: no weight is cut, so there is no sparsity to plan. Choose another method in the experiment to prune.</source>
            <translation>このランはネットワークを密のまま学習します。重みを除去しないため、計画するスパース率はありません。プルーニングするには、「準備」で別の手法を選んでください。</translation>
        </message>
        <message>
            <source>The schedule that was in force last. Only a run that is going on can be changed.</source>
            <translation>最後に有効だったスケジュールです。変更できるのは実行中のランだけです。</translation>
        </message>
        <message>
            <source>Move the end, too</source>
            <translation>終了も動かす</translation>
        </message>
        <message>
            <source>Move the start, too</source>
            <translation>開始も動かす</translation>
        </message>
        <message>
            <source>Keeps the ramp as long as it was.</source>
            <translation>上昇区間の長さを保ちます。</translation>
        </message>
        <message>
            <source>%1: Enter applies it, with a reason or without.</source>
            <translation>%1: Enter で適用します (理由は任意)。</translation>
        </message>
        <message>
            <source>%1.</source>
            <translation>%1。</translation>
        </message>
        <message>
            <source>Schedule</source>
            <translation>スケジュール</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::StatusLine</name>
        <message>
            <source>No run</source>
            <translation>ランなし</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>読み込み中</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>実行中</translation>
        </message>
        <message>
            <source>Measuring the end</source>
            <translation>最終測定中</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>一時停止中</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>停止済み</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <source>Cut off</source>
            <translation>中断</translation>
        </message>
        <message>
            <source>%1 samples/s (measured)</source>
            <translation>%1 サンプル/秒 (実測)</translation>
        </message>
        <message>
            <source>epoch %1 of %2</source>
            <translation>エポック %1/%2</translation>
        </message>
        <message>
            <source>%1 left (estimated)</source>
            <translation>残り %1 (推定)</translation>
        </message>
        <message>
            <source>sparsity %1 of %2 (measured)</source>
            <translation>スパース率 %1/%2 (実測)</translation>
        </message>
        <message>
            <source>exploration</source>
            <translation>探索</translation>
        </message>
        <message>
            <source>exploitation</source>
            <translation>活用</translation>
        </message>
        <message>
            <source>Recorded by another program</source>
            <translation>別のプログラムが記録中</translation>
        </message>
        <message>
            <source>damaged: not all of it can be read</source>
            <translation>破損: 一部を読み取れません</translation>
        </message>
        <message>
            <source>test accuracy %1 (measured)</source>
            <translation>テスト精度 %1 (実測)</translation>
        </message>
        <message>
            <source>test %1 %2 (measured)</source>
            <translation>テスト %1 %2 (実測)</translation>
        </message>
        <message>
            <source>Catching up with its record: step %1 of %2</source>
            <translation>記録に追いつき中: ステップ %1/%2</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::SummaryPanel</name>
        <message>
            <source>Parameters</source>
            <translation>パラメーター数</translation>
        </message>
        <message>
            <source>Prunable weights</source>
            <translation>プルーニング対象の重み</translation>
        </message>
        <message>
            <source>Multiply-accumulates</source>
            <translation>積和演算数</translation>
        </message>
        <message>
            <source>Run time (estimated)</source>
            <translation>実行時間 (推定)</translation>
        </message>
        <message>
            <source>All numbers that the network learns: weights and biases.</source>
            <translation>ネットワークが学習するすべての数値 (重みとバイアス) の数です。</translation>
        </message>
        <message>
            <source>Weights that pruning may cut: those of convolutions and dense layers.</source>
            <translation>プルーニングで除去できる重み、つまり畳み込み層と全結合層の重みです。</translation>
        </message>
        <message>
            <source>Multiplications with addition that one sample takes without pruning, in one forward pass.</source>
            <translation>プルーニングなしで、サンプル 1 件の順伝播 1 回に必要な積和演算の回数です。</translation>
        </message>
        <message>
            <source>How long the run will take on this machine, judged by the last run's speed.
multiply-accumulates × 3 × samples × epochs ÷ speed</source>
            <translation>このマシンでのランの所要時間を、前回のランの速度から見積もったものです。
積和演算数 × 3 × サンプル数 × エポック数 ÷ 速度</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::TimeAxis</name>
        <message>
            <source>steps</source>
            <translation>ステップ</translation>
        </message>
        <message>
            <source>epochs</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>wall time in seconds</source>
            <translation>経過時間 (秒)</translation>
        </message>
        <message>
            <source>process time in seconds</source>
            <translation>処理時間 (秒)</translation>
        </message>
        <message>
            <source>step %1</source>
            <translation>ステップ %1</translation>
        </message>
        <message>
            <source>epoch %1</source>
            <translation>エポック %1</translation>
        </message>
        <message>
            <source>wall time %1</source>
            <translation>経過時間 %1</translation>
        </message>
        <message>
            <source>process time %1</source>
            <translation>処理時間 %1</translation>
        </message>
        <message>
            <source>steps %1 to %2</source>
            <translation>ステップ %1 ～ %2</translation>
        </message>
        <message>
            <source>epochs %1 to %2</source>
            <translation>エポック %1 ～ %2</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 ～ %2</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::TrainingPage</name>
        <message>
            <source>Loading</source>
            <translation>読み込み中</translation>
        </message>
        <message>
            <source>No run yet</source>
            <translation>まだランがありません</translation>
        </message>
        <message>
            <source>The data set or the run is being read.</source>
            <translation>データセットまたはランを読み込んでいます。</translation>
        </message>
        <message>
            <source>Here you watch accuracy, sparsity, attention and churn while a network prunes itself. Choose an experiment in Set up and start it.</source>
            <translation>ネットワークがプルーニングされていく間の精度、スパース率、注意、入れ替わりをここで見られます。「準備」で実験を選び、開始してください。</translation>
        </message>
        <message>
            <source>Start the experiment</source>
            <translation>実験を開始</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>学習</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::WeightLegend</name>
        <message>
            <source>kept, below 0</source>
            <translation>保持、0 未満</translation>
        </message>
        <message>
            <source>kept, above 0</source>
            <translation>保持、0 より大</translation>
        </message>
        <message>
            <source>pruned</source>
            <translation>プルーニング済み</translation>
        </message>
        <message>
            <source>just cut</source>
            <translation>除去直後</translation>
        </message>
        <message>
            <source>just revived</source>
            <translation>復活直後</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::WeightsPage</name>
        <message>
            <source>Picture of the layer's weights</source>
            <translation>層の重みの図</translation>
        </message>
        <message>
            <source>Histogram of the weights' magnitudes</source>
            <translation>重みの絶対値のヒストグラム</translation>
        </message>
        <message>
            <source>How many weights have which magnitude; pruned ones are hatched. The line is the smallest |w| that is kept.</source>
            <translation>重みの絶対値の分布です。プルーニング済みの重みは斜線で示します。縦線は、保持されている最小の |w| です。</translation>
        </message>
        <message>
            <source>%1 weights (%2)</source>
            <translation>重み %1 個 (%2)</translation>
        </message>
        <message>
            <source>%1 pruned at step %2</source>
            <translation>ステップ %2 で %1 をプルーニング済み</translation>
        </message>
        <message>
            <source>No weights yet</source>
            <translation>まだ重みがありません</translation>
        </message>
        <message>
            <source>Start a run, or open one, to watch which of its weights are pruned.</source>
            <translation>ランを開始するか開くと、どの重みがプルーニングされるかを見られます。</translation>
        </message>
        <message>
            <source>Loading</source>
            <translation>読み込み中</translation>
        </message>
        <message>
            <source>The weights are shown as soon as they have been read.</source>
            <translation>重みは、読み込みが終わりしだい表示されます。</translation>
        </message>
        <message>
            <source>No weights were saved</source>
            <translation>重みは保存されていません</translation>
        </message>
        <message>
            <source>The weights cannot be read</source>
            <translation>重みを読み込めません</translation>
        </message>
        <message>
            <source>Arrow keys move the picture, plus and minus zoom, 0 shows all of it, Enter reads the weight in the middle.</source>
            <translation>矢印キーで画像を移動、+ と − で拡大・縮小、0 で全体を表示、Enter で中央の重みを読み取ります。</translation>
        </message>
        <message>
            <source>The smallest |w| that is kept is %1.</source>
            <translation>保持されている |w| の最小値は %1 です。</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>重み</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>層</translation>
        </message>
        <message>
            <source>This run ended before its weights were written. Its curves are on Train, its events below.</source>
            <translation>このランは、重みが書き出される前に終わりました。曲線は「学習」に、イベントは下にあります。</translation>
        </message>
        <message>
            <source>Start the experiment</source>
            <translation>実験を開始</translation>
        </message>
    </context>
    <context>
        <name>BenchCharts</name>
        <message>
            <source>%1, %2: %3 × measured (half of %4 rounds from %5 to %6), %7 × theoretical</source>
            <translation>%1、%2: 実測値 %3 倍 (%4 回の測定の半数は %5 ～ %6 倍)、理論値 %7 倍</translation>
        </message>
        <message>
            <source>%1, measured</source>
            <translation>%1 (実測)</translation>
        </message>
        <message>
            <source>%1, theoretical</source>
            <translation>%1 (理論)</translation>
        </message>
        <message>
            <source>%1: %2 GFLOP/s measured at %3 operations a byte, %4 of the roof, which %5 sets</source>
            <translation>%1: 実測 %2 GFLOP/s、1 バイトあたり %3 演算、上限の %4 (上限を決めるのは%5)</translation>
        </message>
        <message>
            <source>arithmetic</source>
            <translation>演算</translation>
        </message>
        <message>
            <source>inference</source>
            <translation>推論</translation>
        </message>
        <message>
            <source>inference at each sparsity</source>
            <translation>スパース率ごとの推論</translation>
        </message>
        <message>
            <source>inference, measured</source>
            <translation>推論 (実測)</translation>
        </message>
        <message>
            <source>memory</source>
            <translation>メモリ</translation>
        </message>
        <message>
            <source>roof, measured</source>
            <translation>上限 (実測)</translation>
        </message>
        <message>
            <source>step in exploitation</source>
            <translation>活用中のステップ</translation>
        </message>
        <message>
            <source>step in exploration</source>
            <translation>探索中のステップ</translation>
        </message>
        <message>
            <source>the machine's roof</source>
            <translation>このマシンの上限</translation>
        </message>
        <message>
            <source>theoretical</source>
            <translation>理論</translation>
        </message>
    </context>
    <context>
        <name>BenchForm</name>
        <message>
            <source>%1 is not from 0 up to below 100 per cent.</source>
            <translation>%1 は 0 以上 100 未満のパーセントではありません。</translation>
        </message>
        <message>
            <source>%1 is there twice. Write it once.</source>
            <translation>%1 が 2 回あります。1 回だけ書いてください。</translation>
        </message>
        <message>
            <source>%1 sparsities are too many. Write up to %2.</source>
            <translation>スパース率が %1 個では多すぎます。%2 個までにしてください。</translation>
        </message>
        <message>
            <source>Is %1 a share? Write %2 for it, or %1 % if you mean less than 1 %.</source>
            <translation>%1 は割合ですか。その場合は %2 と、1 % 未満の意味なら %1 % と書いてください。</translation>
        </message>
        <message>
            <source>“%1” is not a number. Write per cent, such as 50, 90, 95.</source>
            <translation>「%1」は数値ではありません。50, 90, 95 のようにパーセントで書いてください。</translation>
        </message>
    </context>
    <context>
        <name>BenchWords</name>
        <message>
            <source>%1, batch %2, threads: %3. Measured limits of %4: %5 GFLOP/s of multiply-adds on these threads, %6 GB/s of memory.</source>
            <translation>%1、バッチ %2、スレッド数 %3。%4 の実測の限界: このスレッド数での積和演算 %5 GFLOP/s、メモリ %6 GB/s。</translation>
        </message>
        <message>
            <source>%1: a training step takes %2 of dense while masks move and %3 once they are frozen; inference answers %4 times as many samples.</source>
            <translation>%1: 学習の 1 ステップにかかる時間は密な場合の %2 倍 (マスクが動く間)、%3 倍 (凍結後) で、推論では %4 倍の件数のサンプルを処理します。</translation>
        </message>
        <message>
            <source>Measured in %1 rounds so far; %2 are needed before anything is concluded.</source>
            <translation>これまでの測定は %1 回です。結論を出すには %2 回必要です。</translation>
        </message>
        <message>
            <source>No conclusion: a run trained meanwhile. Pause it and measure again.</source>
            <translation>結論は出せません。測定中にランの学習が進んでいました。一時停止してから、もう一度測定してください。</translation>
        </message>
        <message>
            <source>No conclusion: from round to round the speed-up changes by %1. Close other programs, give it more time, and measure again.</source>
            <translation>結論は出せません。速度比が測定のたびに %1 変動しています。ほかのプログラムを終了し、測定時間を長くして、もう一度測定してください。</translation>
        </message>
        <message>
            <source>No conclusion: inference at %1 lies %2 above what this machine can do as measured beside it, so one of the two was disturbed. Measure again.</source>
            <translation>結論は出せません。%1 での推論が、同時に測定したこのマシンの上限を %2 上回っているため、どちらかの測定が妨げられています。もう一度測定してください。</translation>
        </message>
        <message>
            <source>No conclusion: this machine was busy, other programs took %1 of the processors' time. Close them and measure again.</source>
            <translation>結論は出せません。測定中、ほかのプログラムがプロセッサ時間の %1 を使っていました。終了してから、もう一度測定してください。</translation>
        </message>
        <message>
            <source>%1: pruning bought no speed on this machine, at best %2 times that without pruning, because %3.</source>
            <translation>%1: このマシンではプルーニングで速くなりませんでした。最も良いものでもプルーニングなしの %2 倍です。理由: %3。</translation>
        </message>
        <message>
            <source>At %1 sparsity</source>
            <translation>スパース率 %1</translation>
        </message>
        <message>
            <source>Nothing was pruned: measure a sparsity above 0 to see what pruning buys.</source>
            <translation>何もプルーニングされていません。プルーニングの効果を見るには、0 より大きいスパース率を測定してください。</translation>
        </message>
        <message>
            <source>Your model is %1 sparse</source>
            <translation>あなたのモデル (スパース率 %1)</translation>
        </message>
        <message>
            <source>memory sets the pace, not arithmetic</source>
            <translation>速さを決めているのは演算ではなくメモリです</translation>
        </message>
        <message>
            <source>most of the arithmetic is left at this sparsity</source>
            <translation>このスパース率では演算の大半が残っています</translation>
        </message>
        <message>
            <source>the time goes into what pruning leaves alone, such as loading samples and normalisation, or into zeros that are still multiplied</source>
            <translation>サンプルの読み込みや正規化など、プルーニングで減らない処理か、ゼロのまま掛けている重みに時間がかかっています</translation>
        </message>
        <message>
            <source>this processor</source>
            <translation>このプロセッサー</translation>
        </message>
    </context>
    <context>
        <name>BenchFigures</name>
        <message>
            <source>Billions of additions and multiplications a second in inference of a batch, those with kept weights alone; beside it what the machine can do at most on so many threads.</source>
            <translation>バッチの推論で 1 秒間に行う加算と乗算の回数 (10 億回単位) です。保持された重みの分だけを数えます。同じスレッド数でこのマシンが出せる最大値と並べて示します。</translation>
        </message>
        <message>
            <source>Bytes of all parameters, each layer stored sparse where that is smaller: 8 for each kept weight and 4 for each row, else 4 for each weight.</source>
            <translation>全パラメーターのバイト数です。小さくなる層は疎な形式で保存します (保持された重みごとに 8 バイトと行ごとに 4 バイト、それ以外は重みごとに 4 バイト)。</translation>
        </message>
        <message>
            <source>Exploitation is the part of training in which masks are frozen, so that kept weights alone are computed with.</source>
            <translation>活用は、学習のうちマスクが凍結された後の部分で、保持された重みだけで計算します。</translation>
        </message>
        <message>
            <source>Exploration is the part of training in which masks still move, so that pruned weights learn and may come back; its weight gradient stays dense.</source>
            <translation>探索は、学習のうちマスクがまだ動く部分で、プルーニングされた重みも学習を続けて復活できます。重みの勾配は密のまま計算します。</translation>
        </message>
        <message>
            <source>How many times as many samples as the network without pruning answers in the same time; in theory: its multiply-accumulates / those of the kept weights.</source>
            <translation>プルーニングなしのネットワークに比べ、同じ時間で何倍のサンプルを処理できるかです。理論値 = 全体の積和演算数 / 保持された重みの積和演算数。</translation>
        </message>
        <message>
            <source>Inference, GFLOP/s</source>
            <translation>推論、GFLOP/s</translation>
        </message>
        <message>
            <source>Inference, samples/s</source>
            <translation>推論、サンプル/秒</translation>
        </message>
        <message>
            <source>Inference, speed-up</source>
            <translation>推論の高速化</translation>
        </message>
        <message>
            <source>Latency is how long one sample waits for its answer on one thread; half of all answers are faster than the median, 95 (99) of 100 faster than the 95th (99th) percentile.</source>
            <translation>レイテンシーは、1 スレッドでサンプル 1 件の答えが出るまでの時間です。半数は中央値より速く、100 回のうち 95 回 (99 回) は 95 (99) パーセンタイルより速く終わります。</translation>
        </message>
        <message>
            <source>Machine's peak, GFLOP/s</source>
            <translation>マシンの最大値、GFLOP/s</translation>
        </message>
        <message>
            <source>One sample, 95th percentile, µs</source>
            <translation>サンプル 1 件、95 パーセンタイル、µs</translation>
        </message>
        <message>
            <source>One sample, 99th percentile, µs</source>
            <translation>サンプル 1 件、99 パーセンタイル、µs</translation>
        </message>
        <message>
            <source>One sample, median, µs</source>
            <translation>サンプル 1 件、中央値、µs</translation>
        </message>
        <message>
            <source>Step in exploitation, ms</source>
            <translation>活用中のステップ、ミリ秒</translation>
        </message>
        <message>
            <source>Step in exploitation, of dense</source>
            <translation>活用中のステップ、密との比</translation>
        </message>
        <message>
            <source>Step in exploration, ms</source>
            <translation>探索中のステップ、ミリ秒</translation>
        </message>
        <message>
            <source>Step in exploration, of dense</source>
            <translation>探索中のステップ、密との比</translation>
        </message>
        <message>
            <source>Stored size</source>
            <translation>保存サイズ</translation>
        </message>
        <message>
            <source>The time of a step beside that of a step without pruning; below 1 it is faster.</source>
            <translation>プルーニングなしのステップに対する時間の比です。1 未満なら速くなっています。</translation>
        </message>
        <message>
            <source>measured</source>
            <translation>実測</translation>
        </message>
        <message>
            <source>theoretical</source>
            <translation>理論</translation>
        </message>
        <message>
            <source>your model, %1</source>
            <translation>あなたのモデル、%1</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::BenchForm</name>
        <message>
            <source>About how long each sparsity is measured; longer is less disturbed by what else the machine does.</source>
            <translation>スパース率ごとのおおよその測定時間です。長いほど、マシンのほかの処理の影響が小さくなります。</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>バッチ</translation>
        </message>
        <message>
            <source>Choose a network, or type its name.</source>
            <translation>ネットワークを選ぶか、名前を入力してください。</translation>
        </message>
        <message>
            <source>Samples in a training step and in a pass of inference.</source>
            <translation>学習の 1 ステップと推論 1 回で処理するサンプルの件数です。</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>This run's network: %1, its trained weights</source>
            <translation>このランのネットワーク: %1、学習済みの重み</translation>
        </message>
        <message>
            <source>This run's network: %1, untrained weights</source>
            <translation>このランのネットワーク: %1、未学習の重み</translation>
        </message>
        <message>
            <source>Processor threads for training and for batches; one sample is always answered on one thread.</source>
            <translation>学習とバッチの推論に使うプロセッサーのスレッド数です。サンプル 1 件の推論は常に 1 スレッドで行います。</translation>
        </message>
        <message>
            <source>Seconds each</source>
            <translation>各秒数</translation>
        </message>
        <message>
            <source>Shares of the weights that are cut, in per cent; each is measured in turn. Your own model is measured at its own sparsity first.</source>
            <translation>除去する重みの割合 (パーセント) で、順番に測定します。あなたのモデルは、まずそのスパース率で測定します。</translation>
        </message>
        <message>
            <source>Sparsities, %</source>
            <translation>スパース率、%</translation>
        </message>
        <message>
            <source>This run's network with its trained weights, or any network by name with random weights, such as mlp:300,100.</source>
            <translation>このランの学習済みのネットワーク、または名前で指定した任意のネットワーク (重みは乱数、mlp:300,100 など) です。</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>スレッド数</translation>
        </message>
        <message>
            <source>Write at least one sparsity, such as 95.</source>
            <translation>95 のように、スパース率を 1 つ以上書いてください。</translation>
        </message>
        <message>
            <source>such as 50, 90, 95</source>
            <translation>例: 50, 90, 95</translation>
        </message>
    <message>
        <source>This run's network: %1, %2 pruned</source>
        <translation>このランのネットワーク: %1、%2 プルーニング済み</translation>
    </message>
    </context>
    <context>
        <name>prunescope::ui::BenchHeadline</name>
        <message>
            <source>Frozen masks save this run about %1 of %2 (estimated from %3 of its %4 steps).</source>
            <translation>マスクの凍結により、このランは %2 のうち約 %1 を節約しています (全 %4 ステップ中 %3 ステップからの推定)。</translation>
        </message>
        <message>
            <source>Measure again</source>
            <translation>測定し直す</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::BenchModel</name>
        <message>
            <source>known how</source>
            <translation>根拠</translation>
        </message>
        <message>
            <source>no pruning</source>
            <translation>プルーニングなし</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::BenchNotice</name>
        <message>
            <source>A run is being loaded, which would disturb the figures. Start again in a moment.</source>
            <translation>ランを読み込んでいるため、数値が乱れます。少し待ってからもう一度開始してください。</translation>
        </message>
        <message>
            <source>A run is training: it would disturb the figures. Pause it, or wait until it has ended.</source>
            <translation>ランが学習中のため、数値が乱れます。一時停止するか、終わるまで待ってください。</translation>
        </message>
        <message>
            <source>Pause the run and measure</source>
            <translation>ランを一時停止して測定</translation>
        </message>
        <message>
            <source>Stopped before the first sparsity was measured.</source>
            <translation>最初のスパース率の測定が終わる前に停止しました。</translation>
        </message>
        <message>
            <source>The run trains again and disturbs the figures. Pause it, or measure again later.</source>
            <translation>ランの学習が再開され、数値が乱れています。一時停止するか、後で測定し直してください。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::BenchPage</name>
        <message>
            <source>Choose a network, or the run's own, and the sparsities to compare. Each is trained for a few steps and answers samples, in turn, and the times are set beside those without pruning.</source>
            <translation>ネットワーク (またはこのランのネットワーク) と、比べるスパース率を選んでください。それぞれで順に数ステップの学習とサンプルの推論を行い、プルーニングなしの時間と並べて示します。</translation>
        </message>
        <message>
            <source>Ends the measurement; the figures so far stay.</source>
            <translation>測定を終えます。それまでの数値は残ります。</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>測定</translation>
        </message>
        <message>
            <source>Measures every sparsity in turn, several times; takes about the seconds given for each.</source>
            <translation>すべてのスパース率を順に、何回か測定します。それぞれにおよそ指定した秒数がかかります。</translation>
        </message>
        <message>
            <source>Progress of the measurement</source>
            <translation>測定の進み具合</translation>
        </message>
        <message>
            <source>Start the measurement</source>
            <translation>測定を開始</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>What does pruning buy on this machine?</source>
            <translation>このマシンでプルーニングはどれだけ効くか</translation>
        </message>
        <message>
            <source>Measuring</source>
            <translation>測定中</translation>
        </message>
        <message>
            <source>The first figures appear here when the limits of the machine, the network without pruning and the first sparsity have been timed.</source>
            <translation>マシンの限界、プルーニングなしのネットワーク、最初のスパース率の測定が終わると、ここに最初の数値が表示されます。</translation>
        </message>
        <message>
            <source>Bench</source>
            <translation>ベンチマーク</translation>
        </message>
        <message>
            <source>Measure what pruning buys</source>
            <translation>プルーニングの効果を測定</translation>
        </message>
    <message>
        <source>Charts and all figures</source>
        <translation>グラフとすべての数値</translation>
    </message>
    <message>
        <source>They appear here after a measurement; the sentences above are kept with the run.</source>
        <translation>測定後、ここに表示されます。上の文章はランとともに保存されています。</translation>
    </message>
    </context>
    <context>
        <name>prunescope::ui::BenchResults</name>
        <message>
            <source>All figures</source>
            <translation>すべての数値</translation>
        </message>
        <message>
            <source>Copies every figure of every sparsity, a line for each.</source>
            <translation>すべてのスパース率のすべての数値を、1 行ずつコピーします。</translation>
        </message>
        <message>
            <source>Copy as CSV</source>
            <translation>CSV としてコピー</translation>
        </message>
        <message>
            <source>GFLOP/s (measured)</source>
            <translation>GFLOP/s (実測)</translation>
        </message>
        <message>
            <source>How many times as fast as without pruning: points are measured medians, their bars the middle half of all rounds, the dashed line is what is left of the multiply-accumulates, dense / kept.</source>
            <translation>プルーニングなしの何倍速いかです。点は実測値の中央値、縦棒は全測定の中央の半分の範囲、破線は残った積和演算から求めた理論値 (密 / 保持) です。</translation>
        </message>
        <message>
            <source>No program computes faster than the machine's arithmetic or its memory allows: roof = min(peak of multiply-adds, operations a byte × bandwidth).</source>
            <translation>どのプログラムも、マシンの演算とメモリが許すより速くは計算できません。上限 = min(積和演算の最大値、1 バイトあたりの演算数 × メモリ帯域)。</translation>
        </message>
        <message>
            <source>Roofline of inference</source>
            <translation>推論のルーフライン</translation>
        </message>
        <message>
            <source>Speed-up over sparsity</source>
            <translation>スパース率と高速化</translation>
        </message>
        <message>
            <source>operations for each byte moved (theoretical)</source>
            <translation>転送 1 バイトあたりの演算数 (理論)</translation>
        </message>
        <message>
            <source>sparsity</source>
            <translation>スパース率</translation>
        </message>
        <message>
            <source>times as fast as without pruning</source>
            <translation>プルーニングなしに対する速さ (倍)</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::XyChart</name>
        <message>
            <source>Arrow keys go from point to point and read its values.</source>
            <translation>矢印キーで点から点へ移り、その値を読み取ります。</translation>
        </message>
        <message>
            <source>Menu of the chart %1</source>
            <translation>グラフ「%1」のメニュー</translation>
        </message>
        <message>
            <source>Save as PNG…</source>
            <translation>PNG で保存…</translation>
        </message>
        <message>
            <source>Save as SVG…</source>
            <translation>SVG で保存…</translation>
        </message>
        <message>
            <source>Save the numbers as CSV…</source>
            <translation>数値を CSV で保存…</translation>
        </message>
        <message>
            <source>Saves this chart as PNG, SVG or CSV.</source>
            <translation>このグラフを PNG、SVG、CSV で保存します。</translation>
        </message>
        <message>
            <source>Point at a mark to read it.</source>
            <translation>点にポインターを合わせると値を表示します。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ChartLegend</name>
        <message>
            <source>Click to hide or show, double click to see one alone.</source>
            <translation>クリックで表示・非表示を切り替え、ダブルクリックでその曲線だけを表示します。</translation>
        </message>
    </context>
    <context>
        <name>RunDifferences</name>
        <message>
            <source>seed %1</source>
            <translation>シード %1</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::OutlookWords</name>
        <message>
            <source>%1 points below the target</source>
            <translation>目標を %1 ポイント下回る</translation>
        </message>
        <message>
            <source>%1 points above the target</source>
            <translation>目標を %1 ポイント上回る</translation>
        </message>
        <message>
            <source>Frozen: will end at %1, %2</source>
            <translation>凍結中: 終了時は %1 (%2)</translation>
        </message>
        <message>
            <source>Held by the guard: will end at %1, %2</source>
            <translation>保護機能により停止中: 終了時は %1 (%2)</translation>
        </message>
        <message>
            <source>Will end at %1, %2</source>
            <translation>終了時は %1 (%2)</translation>
        </message>
        <message>
            <source>sparsity %1 (measured), will end at %2, not %3</source>
            <translation>スパース率 %1 (実測)、終了時は %2 (目標は %3)</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::EditWords</name>
        <message>
            <source>never</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>at epoch %1</source>
            <translation>エポック %1 に設定</translation>
        </message>
        <message>
            <source>%1 epochs</source>
            <translation>%1 エポック</translation>
        </message>
        <message>
            <source>%1 points</source>
            <translation>%1 ポイント</translation>
        </message>
        <message>
            <source>initial sparsity %1</source>
            <translation>初期スパース率 %1</translation>
        </message>
        <message>
            <source>target %1</source>
            <translation>目標 %1</translation>
        </message>
        <message>
            <source>start %1</source>
            <translation>開始 %1</translation>
        </message>
        <message>
            <source>end %1</source>
            <translation>終了 %1</translation>
        </message>
        <message>
            <source>freeze %1</source>
            <translation>凍結 %1</translation>
        </message>
        <message>
            <source>another curve</source>
            <translation>曲線の変更</translation>
        </message>
        <message>
            <source>attention strength</source>
            <translation>注意強度</translation>
        </message>
        <message>
            <source>Apply brings back %1 weights now.</source>
            <translation>適用すると、すぐに重み %1 個が復活します。</translation>
        </message>
        <message>
            <source>Apply cuts %1 weights now.</source>
            <translation>適用すると、すぐに重み %1 個を除去します。</translation>
        </message>
        <message>
            <source>The ramp would end at epoch %1, before it starts at epoch %2</source>
            <translation>上昇区間の終了 (エポック %1) が開始 (エポック %2) より前になります</translation>
        </message>
    </context>
<context>
    <name>RunColumns</name>
        <message>
            <source>%1 (reference)</source>
            <translation>%1 (比較対象)</translation>
        </message>
        <message>
            <source>What the run is called. F2 gives it another name.</source>
            <translation>ランの名前です。F2 で変更できます。</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比較</translation>
        </message>
        <message>
            <source>Data set</source>
            <translation>データセット</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>How it was decided which weights to prune.</source>
            <translation>プルーニングする重みの決め方です。</translation>
        </message>
        <message>
            <source>How many of the test samples the network names rightly, measured at its last evaluation: right answers / test samples.</source>
            <translation>ネットワークがテストサンプルを正しく答えた割合 (最後の評価での実測) です: 正答 ÷ テストサンプル。</translation>
        </message>
        <message>
            <source>How the run stands, and whether all of it can be read.</source>
            <translation>ランの状態と、すべて読み込めるかどうかです。</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>手法</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名前</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>Passes over the training samples: done / asked for.</source>
            <translation>学習サンプル全体の繰り返し回数です: 実行済み/要求。</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>シード</translation>
        </message>
        <message>
            <source>Sparsity</source>
            <translation>スパース率</translation>
        </message>
        <message>
            <source>Started</source>
            <translation>開始</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>目標</translation>
        </message>
        <message>
            <source>Test accuracy</source>
            <translation>テスト精度</translation>
        </message>
        <message>
            <source>The samples the network learned from.</source>
            <translation>ネットワークの学習に使ったサンプルです。</translation>
        </message>
        <message>
            <source>The network that was trained.</source>
            <translation>学習したネットワークです。</translation>
        </message>
        <message>
            <source>The share of prunable weights that is pruned, measured: pruned / prunable weights.</source>
            <translation>プルーニング対象の重みのうち、プルーニング済みの割合 (実測) です: プルーニング済み ÷ プルーニング対象の重み。</translation>
        </message>
        <message>
            <source>The share of prunable weights that the run was asked to prune.</source>
            <translation>プルーニング対象の重みのうち、プルーニングを要求された割合です。</translation>
        </message>
        <message>
            <source>Tick runs to lay their curves over each other below.</source>
            <translation>チェックを入れたランの曲線を、下で重ねて表示します。</translation>
        </message>
        <message>
            <source>When the run was started, in local time.</source>
            <translation>ランの開始時刻 (現地時間) です。</translation>
        </message>
        <message>
            <source>Where the random numbers start: runs that differ in nothing else show how much is chance.</source>
            <translation>乱数の開始点です。ほかに違いのないランを比べると、偶然による差の大きさが分かります。</translation>
        </message>
        <message>
            <source>cannot be read</source>
            <translation>読み込み不可</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失敗</translation>
        </message>
        <message>
            <source>finished</source>
            <translation>完了</translation>
        </message>
        <message>
            <source>interrupted</source>
            <translation>中断</translation>
        </message>
        <message>
            <source>recording</source>
            <translation>記録中</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>停止</translation>
        </message>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
    </message>
        <message>
            <source>One sample, ms</source>
            <translation>サンプル 1 件 (ms)</translation>
        </message>
        <message>
            <source>How long the network takes for one sample on one thread, measured on Ship: the median. A question mark: nothing can be concluded from the measurement.</source>
            <translation>1 スレッドでサンプル 1 件の推論にかかる時間の中央値です (実測)。疑問符は、その測定から結論を出せないことを示します。</translation>
        </message>
        <message>
            <source>Speed-up</source>
            <translation>高速化率</translation>
        </message>
        <message>
            <source>How many times as fast one sample is as with all weights, which were timed in turn with the kept ones: dense / pruned.</source>
            <translation>サンプル 1 件の推論が、すべての重みを使う場合の何倍速いかです。両者を交互に測定しています: プルーニングなしの時間 ÷ プルーニング後の時間。</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>What the weights take on disk, estimated: of each layer the kept ones with their columns, or all where that is smaller.</source>
            <translation>重みのディスク上のサイズ (推定値) です。層ごとに、保持された重みと列番号のサイズ、またはすべての重みのサイズのうち小さい方を数えます。</translation>
        </message>
        <message>
            <source>1 − mean squared error / variance of the target over the test samples: 1 is perfect, 0 no better than always the mean.</source>
            <translation>テストサンプルでの 1 − 平均二乗誤差 / 目標値の分散です。1 は完全な予測、0 は常に平均値を出すのと同じです。</translation>
        </message>
        <message>
            <source>Mean absolute error over the test samples, in the unit of the number that is predicted: less is better.</source>
            <translation>テストサンプルでの平均絶対誤差です。予測する数値の単位で表し、小さいほどよい値です。</translation>
        </message>
        <message>
            <source>Root mean squared error over the test samples, in the unit of the number that is predicted: less is better.</source>
            <translation>テストサンプルでの二乗平均平方根誤差です。予測する数値の単位で表し、小さいほどよい値です。</translation>
        </message>
        <message>
            <source>Test MAE</source>
            <translation>テスト MAE</translation>
        </message>
        <message>
            <source>Test RMSE</source>
            <translation>テスト RMSE</translation>
        </message>
        <message>
            <source>Test R²</source>
            <translation>テスト R²</translation>
        </message>
        <message>
            <source>Expected calibration error of the last test: how far the network's confidence is from how often it is right, on average over fifteen bins of confidence.</source>
            <translation>最後のテストでの期待較正誤差 (ECE): 確信度と実際の正解率との差を、15 区間の確信度で平均したもの。</translation>
        </message>
        <message>
            <source>Macro recall</source>
            <translation>マクロ再現率</translation>
        </message>
        <message>
            <source>The mean over the classes of the share of their test samples that is named rightly.</source>
            <translation>クラスごとのテストサンプルの再現率を、クラスについて平均したもの。</translation>
        </message>
        <message>
            <source>Worst recall loss</source>
            <translation>再現率の最大低下</translation>
        </message>
        <message>
            <source>By how much the recall of the class fell that lost most, from the last test without a cut to the last one.</source>
            <translation>除去前の最後のテストから最後のテストまでに、再現率が最も下がったクラスの低下幅。</translation>
        </message>
        <message>
            <source>ECE</source>
            <translation>較正誤差 (ECE)</translation>
            <source>1 − mean squared error / variance of the target over the test samples: 1 is perfect, 0 no better than always the mean.</source>
            <translation>テストサンプルでの 1 − 平均二乗誤差 / 目標値の分散です。1 は完全な予測、0 は常に平均値を出すのと同じです。</translation>
        </message>
        <message>
            <source>%1, step %2</source>
            <translation>%1、ステップ %2</translation>
        </message>
        <message>
            <source>Parent</source>
            <translation>分岐元</translation>
        </message>
        <message>
            <source>The run that it was branched from, and the step there.</source>
            <translation>分岐元のランとそのステップ。</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::ChartReadout</name>
        <message>
            <source>%1, %2: %3</source>
            <translation>%1、%2: %3</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>At %1: %2.</source>
            <translation>%1 の値: %2。</translation>
        </message>
        <message>
            <source>Last values: %1.</source>
            <translation>最後の値: %1。</translation>
        </message>
        <message>
            <source>Shown: %1.</source>
            <translation>表示範囲: %1。</translation>
        </message>
        <message>
            <source>The axis of the values is held at %1 to %2.</source>
            <translation>値の軸は %1 から %2 に固定されています。</translation>
        </message>
    </context>
<context>
    <name>MeasureChart</name>
        <message>
            <source>Accuracy</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>How surprised the network is by the right answers, measured on each kind of samples: the mean of −log p(right class).</source>
            <translation>正解に対するネットワークの意外さを、サンプルの種類ごとに測定したものです: −log p(正解クラス) の平均。</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>Share of the samples that the network classifies correctly, measured on each kind of samples: right answers / samples.</source>
            <translation>ネットワークが正しく分類したサンプルの割合を、サンプルの種類ごとに測定したものです: 正答 ÷ サンプル数。</translation>
        </message>
        <message>
            <source>test</source>
            <translation>テスト</translation>
        </message>
        <message>
            <source>train</source>
            <translation>学習</translation>
        </message>
        <message>
            <source>validation</source>
            <translation>検証</translation>
        </message>
        <message>
            <source>Macro F1</source>
            <translation>マクロ F1</translation>
        </message>
        <message>
            <source>Accuracy, F1 or loss</source>
            <translation>精度・F1・損失</translation>
        </message>
        <message>
            <source>How well each class is found, whatever its size: the mean over the classes of 2 precision × recall / (precision + recall). Measured on whole splits alone.</source>
            <translation>クラスの大きさによらず、各クラスをどれだけ正しく識別できるかを示します: 2 × 適合率 × 再現率 ÷ (適合率 + 再現率) の全クラス平均。データ分割全体での測定時にのみ求めます。</translation>
        </message>
        <message>
            <source>How far the standardised predictions are from what was wanted, as the loss of the run counts it.</source>
            <translation>標準化した予測値と目標値の隔たりを、ランの損失で表したものです。</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::WindowMenus</name>
        <message>
            <source>&amp;Edit</source>
            <translation>編集(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>ファイル(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>ヘルプ(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>ラン(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>表示(&amp;V)</translation>
        </message>
        <message>
            <source>About Prunescope</source>
            <translation>Prunescope について</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>システムに合わせる</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>ダーク</translation>
        </message>
        <message>
            <source>Export report…</source>
            <translation>レポートを書き出し…</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>言語</translation>
        </message>
        <message>
            <source>Language: %1</source>
            <translation>言語: %1</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>ライト</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>次のペイン</translation>
        </message>
        <message>
            <source>Open a run…</source>
            <translation>ランを開く…</translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation>前のペイン</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>終了</translation>
        </message>
        <message>
            <source>Reset the layout</source>
            <translation>レイアウトをリセット</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>ショートカット</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>テーマ</translation>
        </message>
        <message>
            <source>Theme: %1</source>
            <translation>テーマ: %1</translation>
        </message>
        <message>
            <source>What is this?</source>
            <translation>これは何?</translation>
        </message>
        <message>
            <source>Commands, settings, layers, runs and events; type a few letters (Ctrl+K).</source>
            <translation>コマンド、設定、層、ラン、イベントを検索します (Ctrl+K)。</translation>
        </message>
        <message>
            <source>Find anything</source>
            <translation>検索</translation>
        </message>
        <message>
            <source>New window</source>
            <translation>新しいウィンドウ</translation>
        </message>
        <message>
            <source>Recent runs</source>
            <translation>最近のラン</translation>
        </message>
        <message>
            <source>Side panes</source>
            <translation>サイドペイン</translation>
        </message>
        <message>
            <source>Rename the run…</source>
            <translation>ランの名前を変更…</translation>
        </message>
    </context>
<context>
    <name>HelpBoxes</name>
        <message>
            <source>About Prunescope</source>
            <translation>Prunescope について</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>ショートカット</translation>
        </message>
        <message>
            <source>What is this?</source>
            <translation>これは何?</translation>
        </message>
        <message>
            <source>&lt;p&gt;&lt;b&gt;Prunescope&lt;/b&gt; prunes a neural network while it trains. Its pages answer five questions.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Set up&lt;/b&gt;: what do I train? Choose an experiment and press Start.&lt;br&gt;&lt;b&gt;Train&lt;/b&gt;: how does it go? Accuracy, sparsity and attention as they are measured; drag the schedule's handles in the chart of sparsity and press Apply, and the run follows at its next step.&lt;br&gt;&lt;b&gt;Explain&lt;/b&gt;: why? Which weights go, and everything that was done.&lt;br&gt;&lt;b&gt;Compare&lt;/b&gt;: which is best? Runs beside each other.&lt;br&gt;&lt;b&gt;Ship&lt;/b&gt;: what do I ship? What pruning buys on this machine, measured; weights and report as files.&lt;/p&gt;</source>
            <translation>&lt;p&gt;&lt;b&gt;Prunescope&lt;/b&gt; は、学習しながらニューラルネットワークをプルーニングします。5 つのページが 5 つの問いに答えます。&lt;/p&gt;&lt;p&gt;&lt;b&gt;準備&lt;/b&gt;: 何を学習するか。実験を選んで「開始」を押します。&lt;br&gt;&lt;b&gt;学習&lt;/b&gt;: 進み具合はどうか。精度、スパース率、注意値の実測値を示します。スパース率のグラフでスケジュールのハンドルをドラッグして「適用」を押すと、次のステップから反映されます。&lt;br&gt;&lt;b&gt;分析&lt;/b&gt;: なぜそうなったか。どの重みが除去されるか、何が行われたかを示します。&lt;br&gt;&lt;b&gt;比較&lt;/b&gt;: どれが最良か。ランを並べて比べます。&lt;br&gt;&lt;b&gt;デプロイ&lt;/b&gt;: 何を渡すか。このマシンでのプルーニングの効果を測定し、重みとレポートをファイルに保存します。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Prunescope %1, a laboratory for pruning neural networks while they train.

Licence: GPL-3.0-or-later. It comes without warranty.

Built with %2 for the instruction set %3.
Runs on %4, %5, with Qt %6.

Made with:%7</source>
            <translation>Prunescope %1: 学習しながらニューラルネットワークをプルーニングする実験環境

ライセンス: GPL-3.0-or-later。無保証です。

ビルド: %2、命令セット %3
動作環境: %4、%5、Qt %6

使用ライブラリ:%7</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::WindowPages</name>
        <message>
            <source>Pages</source>
            <translation>ページ</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比較</translation>
        </message>
        <message>
            <source>Explain</source>
            <translation>分析</translation>
        </message>
        <message>
            <source>Set up</source>
            <translation>準備</translation>
        </message>
        <message>
            <source>Ship</source>
            <translation>デプロイ</translation>
        </message>
        <message>
            <source>Train</source>
            <translation>学習</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::PdfWriter</name>
        <message>
            <source>No.</source>
            <translation>番号</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>数値</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>値の種別</translation>
        </message>
        <message>
            <source>Where from</source>
            <translation>出所</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::ChartFiles</name>
        <message>
            <source>%1, smoothed</source>
            <translation>%1 (平滑化)</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::EmptyPlot</name>
        <message>
            <source>All curves are hidden.</source>
            <translation>すべての曲線が非表示です。</translation>
        </message>
        <message>
            <source>No values above zero.</source>
            <translation>0 より大きい値がありません。</translation>
        </message>
        <message>
            <source>No values.</source>
            <translation>値がありません。</translation>
        </message>
        <message>
            <source>Show %1: the data is there</source>
            <translation>%1 を表示 (データはここにあります)</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::WeightReadout</name>
        <message>
            <source>%1, pinned</source>
            <translation>%1 (固定表示)</translation>
        </message>
        <message>
            <source>Point at a weight, or press Enter in the picture, to see all that is known of it. A click pins it.</source>
            <translation>重みにポインターを合わせるか、画像上で Enter を押すと、その重みの詳細を表示します。クリックすると固定表示します。</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::RunToolBar</name>
        <message>
            <source>Run</source>
            <translation>ラン</translation>
        </message>
        <message>
            <source>no run</source>
            <translation>ランなし</translation>
        </message>
        <message>
            <source>Folder: %1
Double click to rename the run.</source>
            <translation>フォルダー: %1
ダブルクリックで名前を変更できます。</translation>
        </message>
        <message>
            <source>Rename the run</source>
            <translation>ランの名前の変更</translation>
        </message>
        <message>
            <source>Name of the run; without one it goes by what was asked for:</source>
            <translation>ランの名前 (空にすると設定内容による名前になります):</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::ChartTools</name>
        <message>
            <source>Draws loss, churn and the size of updates so that each factor of ten is equally high; zeros lie below the picture.</source>
            <translation>損失、入れ替わり、更新量を、10 倍ごとの高さが等しくなるように描きます。0 はグラフの下端より下になります。</translation>
        </message>
        <message>
            <source>Charts</source>
            <translation>グラフ</translation>
        </message>
        <message>
            <source>Which charts stand in the column.</source>
            <translation>縦に並べて表示するグラフを選びます。</translation>
        </message>
        <message>
            <source>Ends the zoom; the wheel zooms, dragging moves, a double click resets.</source>
            <translation>ズームを解除します。ホイールで拡大・縮小、ドラッグで移動、ダブルクリックでリセットします。</translation>
        </message>
        <message>
            <source>Epochs</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>Follow</source>
            <translation>追従</translation>
        </message>
        <message>
            <source>Keeps the newest steps in sight while the run trains; dragging a chart or showing the whole run ends it.</source>
            <translation>学習中、最新のステップを常に表示します。グラフをドラッグするか、ラン全体を表示すると終わります。</translation>
        </message>
        <message>
            <source>Log axis</source>
            <translation>対数軸</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>損失</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>指標</translation>
        </message>
        <message>
            <source>Process (s)</source>
            <translation>処理 (秒)</translation>
        </message>
        <message>
            <source>Smoothing</source>
            <translation>平滑化</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>ステップ</translation>
        </message>
        <message>
            <source>Time axis</source>
            <translation>時間軸</translation>
        </message>
        <message>
            <source>Wall (s)</source>
            <translation>経過 (秒)</translation>
        </message>
        <message>
            <source>Weight of the past in the moving average of the training curve (debiased EMA).</source>
            <translation>学習曲線の移動平均における過去の値の重みです (バイアス補正付き EMA)。</translation>
        </message>
        <message>
            <source>What the first chart shows.</source>
            <translation>最初のグラフの内容です。</translation>
        </message>
        <message>
            <source>What the horizontal axis counts; process time leaves pauses out.</source>
            <translation>横軸の単位です。処理時間には一時停止中の時間を含みません。</translation>
        </message>
        <message>
            <source>Whole run</source>
            <translation>ラン全体</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::ChartMenu</name>
        <message>
            <source>Axis from zero</source>
            <translation>軸を 0 から表示</translation>
        </message>
        <message>
            <source>Logarithmic axis</source>
            <translation>対数軸</translation>
        </message>
        <message>
            <source>Save as PNG…</source>
            <translation>PNG で保存…</translation>
        </message>
        <message>
            <source>Save as SVG…</source>
            <translation>SVG で保存…</translation>
        </message>
        <message>
            <source>Save the numbers as CSV…</source>
            <translation>数値を CSV で保存…</translation>
        </message>
        <message>
            <source>Saves this chart as PNG, SVG or CSV, and sets its axis.</source>
            <translation>このグラフを PNG、SVG、CSV で保存し、軸を設定します。</translation>
        </message>
        <message>
            <source>Show the whole run</source>
            <translation>ラン全体を表示</translation>
        </message>
        <message>
            <source>Fit the values again</source>
            <translation>再び値に合わせる</translation>
        </message>
    </context>
<context>
    <name>ChurnChart</name>
        <message>
            <source>Churn</source>
            <translation>マスクの入れ替わり</translation>
        </message>
        <message>
            <source>Churn: weights cut and revived</source>
            <translation>入れ替わり: 除去・復活した重み</translation>
        </message>
        <message>
            <source>How many weights each mask update cuts, and how many it brings back; while both are many, the network is still choosing.</source>
            <translation>マスク更新ごとに除去する重みと復活する重みの数です。どちらも多い間は、ネットワークはまだ選択の途中です。</translation>
        </message>
        <message>
            <source>cut</source>
            <translation>除去</translation>
        </message>
        <message>
            <source>revived</source>
            <translation>復活</translation>
        </message>
    </context>
<context>
    <name>Language</name>
        <message>
            <source>en</source>
            <comment>the code of this language, as a web page has it</comment>
            <translation>ja</translation>
        </message>
        <message>
            <source>English</source>
            <translation>日本語</translation>
        </message>
        <message>
            <source>Noto Sans CJK JP</source>
            <translation>Noto Sans CJK JP</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::EditCommands</name>
        <message>
            <source>Redo the last edit of the run</source>
            <translation>ランの最後の編集をやり直す</translation>
        </message>
        <message>
            <source>Undo the last edit of the run</source>
            <translation>ランの最後の編集を元に戻す</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::RunMessages</name>
        <message>
            <source>Dismiss</source>
            <translation>閉じる</translation>
        </message>
        <message>
            <source>Open the run</source>
            <translation>ランを開く</translation>
        </message>
        <message>
            <source>The run failed: %1. What was recorded until then is kept.</source>
            <translation>ランが失敗しました: %1。それまでの記録は残っています。</translation>
        </message>
        <message>
            <source>This run failed: %1.</source>
            <translation>このランは失敗しました: %1。</translation>
        </message>
        <message>
            <source>This run is damaged, so what you see is incomplete: %1.</source>
            <translation>このランは破損しているため、表示は不完全です: %1。</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>ほか %1 件</translation>
        </message>
        <message>
            <source>The run %1 was cut off at epoch %2. Everything recorded until then is kept: open it to resume.</source>
            <translation>ラン %1 はエポック %2 で中断されました。それまでの記録はすべて残っています。開くと再開できます。</translation>
        </message>
    </context>
<context>
    <name>SparsityChart</name>
        <message>
            <source>Sparsity</source>
            <translation>スパース率</translation>
        </message>
        <message>
            <source>achieved</source>
            <translation>達成値</translation>
        </message>
        <message>
            <source>ahead</source>
            <translation>今後</translation>
        </message>
        <message>
            <source>requested so far</source>
            <translation>これまでの要求値</translation>
        </message>
        <message>
            <source>Share of the prunable weights that are pruned, 1 − kept / all: measured as a solid line, asked for so far and what will come as a dashed one. While the run goes on, the handles bend what will come.</source>
            <translation>プルーニング対象の重みのうち、プルーニング済みの割合です (1 − 保持 ÷ 全体)。実線は実測、破線はこれまでの要求値と今後の見込みです。ランの実行中は、ハンドルで今後の曲線を変えられます。</translation>
        </message>
    </context>
<context>
    <name>EventMarks</name>
        <message>
            <source>Attention strength set</source>
            <translation>注意強度の設定</translation>
        </message>
        <message>
            <source>Change of phase</source>
            <translation>フェーズの切り替え</translation>
        </message>
        <message>
            <source>Collapse suspected</source>
            <translation>崩壊の疑い</translation>
        </message>
        <message>
            <source>Divergence suspected</source>
            <translation>発散の疑い</translation>
        </message>
        <message>
            <source>Mask frozen</source>
            <translation>マスクの凍結</translation>
        </message>
        <message>
            <source>Mask unfrozen</source>
            <translation>マスクの凍結解除</translation>
        </message>
        <message>
            <source>No better than guessing</source>
            <translation>当て推量と同程度の精度</translation>
        </message>
        <message>
            <source>Schedule edited</source>
            <translation>スケジュールの編集</translation>
        </message>
        <message>
            <source>The run failed</source>
            <translation>ランの失敗</translation>
        </message>
        <message>
            <source>Training diverged</source>
            <translation>学習の発散</translation>
        </message>
        <message>
            <source>step %1, epoch %2</source>
            <translation>ステップ %1、エポック %2</translation>
        </message>
        <message>
            <source>Accuracy fell</source>
            <translation>精度の低下</translation>
        </message>
        <message>
            <source>Error rose</source>
            <translation>誤差が増加</translation>
        </message>
        <message>
            <source>Asked to train longer</source>
            <translation>学習を延長</translation>
        </message>
        <message>
            <source>Branched here</source>
            <translation>ここで分岐</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::LayerTools</name>
        <message>
            <source>&amp;Layer</source>
            <translation>層(&amp;L)</translation>
        </message>
        <message>
            <source>&amp;Show as</source>
            <translation>表示形式(&amp;S)</translation>
        </message>
        <message>
            <source>Arrangement</source>
            <translation>配置</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>全体表示</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>層</translation>
        </message>
        <message>
            <source>Show the whole layer (0)</source>
            <translation>層全体を表示 (0)</translation>
        </message>
        <message>
            <source>The layer whose weights are shown.</source>
            <translation>重みを表示する層です。</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>拡大</translation>
        </message>
        <message>
            <source>Zoom in (+)</source>
            <translation>拡大 (+)</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>縮小</translation>
        </message>
        <message>
            <source>Zoom out (−)</source>
            <translation>縮小 (−)</translation>
        </message>
        <message>
            <source>How the weights are laid out: each kernel or input by itself, or all as one matrix with a row for each output.</source>
            <translation>重みの並べ方です。カーネルまたは入力ごとに分けるか、出力ごとに 1 行とする 1 つの行列として並べます。</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::RunsTable</name>
        <message>
            <source>Only columns in which runs differ</source>
            <translation>ランごとに異なる列だけを表示</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>ラン</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::RunRowActions</name>
        <message>
            <source>%1 is being recorded and stays where it is.</source>
            <translation>%1 は記録中のため、移動できません。</translation>
        </message>
        <message>
            <source>%1 is on display and stays where it is. Open another run first.</source>
            <translation>%1 は表示中のため、移動できません。先に別のランを開いてください。</translation>
        </message>
        <message>
            <source>Copy as CSV</source>
            <translation>CSV としてコピー</translation>
        </message>
        <message>
            <source>Copy the path</source>
            <translation>パスをコピー</translation>
        </message>
        <message>
            <source>Fills the experiment with the settings of this run.</source>
            <translation>このランの設定を実験に読み込みます。</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>移動しない</translation>
        </message>
        <message>
            <source>Move %1 runs to the trash?</source>
            <translation>%1 個のランをゴミ箱に移動しますか?</translation>
        </message>
        <message>
            <source>Move %1 to the trash? Its folder is %2.</source>
            <translation>%1 をゴミ箱に移動しますか? フォルダー: %2</translation>
        </message>
        <message>
            <source>Move to trash</source>
            <translation>ゴミ箱に移動</translation>
        </message>
        <message>
            <source>Move to trash…</source>
            <translation>ゴミ箱に移動…</translation>
        </message>
        <message>
            <source>No program is set up to show folders. The run lies in %1.</source>
            <translation>フォルダーを表示するプログラムが設定されていません。ランの場所: %1</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開く</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>フォルダーを開く</translation>
        </message>
        <message>
            <source>Reference of the workspace</source>
            <translation>ワークスペースの比較対象</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>名前を変更</translation>
        </message>
        <message>
            <source>Run again…</source>
            <translation>この設定で再実行…</translation>
        </message>
        <message>
            <source>Branch from here…</source>
            <translation>ここから分岐…</translation>
        </message>
        <message>
            <source>Prepares a run that begins with a saved state of this one.</source>
            <translation>このランの保存された状態から始まるランを準備します。</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::RunFiles</name>
        <message>
            <source>it is being recorded</source>
            <translation>記録中です</translation>
        </message>
        <message>
            <source>there is no trash, since the folder %1 cannot be made</source>
            <translation>フォルダー %1 を作成できないため、ゴミ箱がありません</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::RunRows</name>
        <message>
            <source>Draw the curves of all runs of the group</source>
            <translation>グループのすべてのランの曲線を表示</translation>
        </message>
        <message>
            <source>Group of runs: %1</source>
            <translation>ランのグループ: %1</translation>
        </message>
        <message>
            <source>Runs that differ only in the seed: the mean of those that are finished ± their sample standard deviation. Enter shows them.</source>
            <translation>シードだけが異なるランです。完了したランの平均 ± 標本標準偏差を示します。Enter で各ランを表示します。</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::RunsTools</name>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Filter runs</source>
            <translation>ランを絞り込み</translation>
        </message>
        <message>
            <source>Group by seed</source>
            <translation>シードでまとめる</translation>
        </message>
        <message>
            <source>No run fits this filter.</source>
            <translation>条件に合うランがありません。</translation>
        </message>
        <message>
            <source>One row for all runs that differ only in the seed: mean ± sample standard deviation, n runs.</source>
            <translation>シードだけが異なるランを 1 行にまとめ、平均 ± 標本標準偏差とラン数 n を示します。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開く</translation>
        </message>
        <message>
            <source>Reads the workspace again (F5).</source>
            <translation>ワークスペースを読み込み直します (F5)。</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Runs: %1</source>
            <translation>ラン: %1</translation>
        </message>
        <message>
            <source>Runs: %1 of %2</source>
            <translation>ラン: %1/%2</translation>
        </message>
        <message>
            <source>Shows the runs that have every word in some column and meet every condition, such as method:map, sparsity&gt;90 %, accuracy&gt;=0.85, name:"my run" or -seed:1 (not this seed).
Fields: %1.</source>
            <translation>すべての語をいずれかの列に含み、すべての条件を満たすランを表示します。条件の例: method:map、sparsity&gt;90 %、accuracy&gt;=0.85、name:"my run"、-seed:1 (このシード以外)。
項目: %1。</translation>
        </message>
        <message>
            <source>Shows the selected run on all pages (Enter).</source>
            <translation>選択したランをすべてのページに表示します (Enter)。</translation>
        </message>
        <message>
            <source>Which columns the table shows.</source>
            <translation>表に表示する列を選びます。</translation>
        </message>
        <message>
            <source>Words, or conditions: method:map  sparsity&gt;90 %  state:finished  -seed:1</source>
            <translation>語または条件を入力: method:map  sparsity&gt;90 %  state:finished  -seed:1</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::ApplyFooter</name>
        <message>
            <source>Apply</source>
            <translation>適用</translation>
        </message>
        <message>
            <source>Gives up the draft: back to what the run follows.</source>
            <translation>下書きを取り消し、ランが従っている内容に戻します。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Reason, for the audit (optional)</source>
            <translation>理由 (監査用、任意)</translation>
        </message>
        <message>
            <source>Revert</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Sends the draft to the run; it takes effect at the next step.</source>
            <translation>下書きをランに送ります。次のステップから有効になります。</translation>
        </message>
        <message>
            <source>Why you change this: it is kept in the audit log beside the change.</source>
            <translation>変更の理由です。変更とともに監査ログに残ります。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::PlanCurve</name>
        <message>
            <source>How sparse the network shall be over the run. Drag a handle, or choose one with Tab and move it with the arrow keys; Shift moves ten times as far. It can still be bent while the run goes on.</source>
            <translation>ラン全体でのネットワークのスパース率です。ハンドルをドラッグするか、Tab で選んで矢印キーで動かします。Shift を押すと 10 倍動きます。学習中にも変更できます。</translation>
        </message>
        <message>
            <source>Planned sparsity</source>
            <translation>スパース率の計画</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RecentRuns</name>
        <message>
            <source>No run yet</source>
            <translation>まだランがありません</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunFigures</name>
        <message>
            <source>Points of test accuracy against the dense run %1, which had %2.</source>
            <translation>プルーニングなしのラン %1 (テスト精度 %2) に対する差 (ポイント) です。</translation>
        </message>
        <message>
            <source>Share of right answers among %1 samples, measured at epoch %2. With 95 % confidence it lies between %3 and %4, as far as the choice of samples goes; other seeds differ, too.</source>
            <translation>エポック %2 で測定した、サンプル %1 件に対する正解の割合です。95 % 信頼区間は %3 ～ %4 です (サンプルの選び方によるばらつきのみ。シードによるばらつきは含みません)。</translation>
        </message>
        <message>
            <source>Share of right answers; not measured yet.</source>
            <translation>正解の割合です。まだ測定していません。</translation>
        </message>
        <message>
            <source>Share of the prunable weights that are pruned.</source>
            <translation>プルーニング対象の重みのうち、除去された割合です。</translation>
        </message>
        <message>
            <source>Share of the prunable weights that are pruned: now, and at the end if nobody steps in.</source>
            <translation>プルーニング対象の重みのうち、除去された割合です。現在の値と、このまま進んだ場合の最終値を示します。</translation>
        </message>
        <message>
            <source>This run prunes nothing.</source>
            <translation>このランはプルーニングを行いません。</translation>
        </message>
        <message>
            <source>What pruning costs: points of test accuracy against a dense run of the same experiment. Known once both have ended.</source>
            <translation>プルーニングによる精度の低下です。同じ実験のプルーニングなしのランとのテスト精度の差 (ポイント) で、両方のランが終わると分かります。</translation>
        </message>
        <message>
            <source>cost %1</source>
            <translation>精度差 %1</translation>
        </message>
        <message>
            <source>sparsity %1</source>
            <translation>スパース率 %1</translation>
        </message>
        <message>
            <source>sparsity %1 → %2</source>
            <translation>スパース率 %1 → %2</translation>
        </message>
        <message>
            <source>test %1</source>
            <translation>テスト %1</translation>
        </message>
        <message>
            <source>validation %1</source>
            <translation>検証 %1</translation>
        </message>
        <message>
            <source>Change of the test RMSE against the dense run %1.</source>
            <translation>密なラン %1 に対するテスト RMSE の変化です。</translation>
        </message>
        <message>
            <source>Root mean squared error over %1 samples, measured at epoch %2, with its 95 % interval as far as the choice of samples goes. MAE %3, R² %4.</source>
            <translation>エポック %2 で測定した %1 件の二乗平均平方根誤差と、サンプルの選び方による 95 % 信頼区間です。MAE %3、R² %4。</translation>
        </message>
        <message>
            <source>RMSE change %1</source>
            <translation>RMSE の変化 %1</translation>
        </message>
        <message>
            <source>What pruning costs: the change of the test RMSE against a dense run of the same experiment. Known once both have ended.</source>
            <translation>プルーニングによる代償: 同じ実験のプルーニングなしのランに対するテスト RMSE の変化です。両方が終わるとわかります。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ShipPage</name>
        <message>
            <source>Effective weights, latent weights and masks: %1.</source>
            <translation>実効重み、潜在重み、マスク: %1</translation>
        </message>
        <message>
            <source>Export report…</source>
            <translation>レポートを書き出し…</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>レポート</translation>
        </message>
        <message>
            <source>SHA-256 %1</source>
            <translation>SHA-256 %1</translation>
        </message>
        <message>
            <source>Save the weights</source>
            <translation>重みの保存</translation>
        </message>
        <message>
            <source>Save the weights…</source>
            <translation>重みを保存…</translation>
        </message>
        <message>
            <source>Saves a copy where you say; the run keeps its own.</source>
            <translation>指定した場所に複製を保存します。ランの重みはそのまま残ります。</translation>
        </message>
        <message>
            <source>Take away</source>
            <translation>書き出し</translation>
        </message>
        <message>
            <source>The weights are being read.</source>
            <translation>重みを読み込んでいます。</translation>
        </message>
        <message>
            <source>The weights are saved when the run ends.</source>
            <translation>重みはランの終了時に保存されます。</translation>
        </message>
        <message>
            <source>This run has no weights that can be read.</source>
            <translation>このランには読み込める重みがありません。</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>重み</translation>
        </message>
        <message>
            <source>What was done to the network, why, and what it cost, for someone who has to check it: on paper, as a page, as tables.</source>
            <translation>ネットワークに何を、なぜ行い、どれだけ精度が変わったかを、確認する人に示します。PDF、Web ページ、表で書き出せます。</translation>
        </message>
        <message>
            <source>Saved: %1, %2, SHA-256 %3…</source>
            <translation>保存しました: %1、%2、SHA-256 %3…</translation>
        </message>
        <message>
            <source>The forms are being made.</source>
            <translation>各形式を作成しています。</translation>
        </message>
        <message>
            <source>Export as %1</source>
            <translation>%1 として書き出し</translation>
        </message>
        <message>
            <source>It is being written and checked.</source>
            <translation>書き出して確認しています。</translation>
        </message>
        <message>
            <source>Forms</source>
            <translation>形式</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::LayerBudgetModel</name>
        <message>
            <source>%1, %2, %3 weights</source>
            <translation>%1、%2、重み %3 個</translation>
        </message>
        <message>
            <source>%1, at most: %2</source>
            <translation>%1、上限: %2</translation>
        </message>
        <message>
            <source>%1: “%2” is not allowed. Give a percentage from %3 to %4, auto or never. Esc brings %5 back.</source>
            <translation>%1: 「%2」は指定できません。%3 以上 %4 以下のパーセント値、自動、対象外のいずれかを入力してください。Esc で %5 に戻ります。</translation>
        </message>
        <message>
            <source>At most</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>保持</translation>
        </message>
        <message>
            <source>Largest share of the layer's weights that may be pruned: a percentage, or auto, where the scope decides. kept ≥ N − floor(p N)</source>
            <translation>層の重みのうち、プルーニングしてよい割合の上限です。パーセント値で指定します。「自動」では範囲の設定に従います。保持数 ≥ N − floor(p N)</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>層</translation>
        </message>
        <message>
            <source>Never prune %1</source>
            <translation>%1 をプルーニングしない</translation>
        </message>
        <message>
            <source>Prunable layers from input to output, with the shape of their weights and how many there are.</source>
            <translation>入力から出力の順に並べたプルーニング対象の層です。重みの形状と個数も示します。</translation>
        </message>
        <message>
            <source>The layer is never pruned; the others lose more instead, so that the whole network is as sparse as asked.</source>
            <translation>この層はプルーニングしません。ネットワーク全体が指定のスパース率になるように、その分をほかの層で除去します。</translation>
        </message>
        <message>
            <source>auto</source>
            <translation>自動</translation>
        </message>
        <message>
            <source>never</source>
            <translation>対象外</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::LayerBudgets</name>
        <message>
            <source>The layers are listed as soon as the network is known.</source>
            <translation>ネットワークが決まると、層がここに一覧表示されます。</translation>
        </message>
        <message>
            <source>The network has no such layers, so their budgets are gone: %1.</source>
            <translation>次の層はこのネットワークにないため、上限を取り消しました: %1。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::QueuePanel</name>
        <message>
            <source>Down</source>
            <translation>下へ</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>再開</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>取り消す</translation>
        </message>
        <message>
            <source>Starts the chosen run earlier.</source>
            <translation>選択したランを先に開始します。</translation>
        </message>
        <message>
            <source>Starts the chosen run later.</source>
            <translation>選択したランを後に開始します。</translation>
        </message>
        <message>
            <source>Starts the next one as soon as no run is going on.</source>
            <translation>学習中のランがなくなりしだい、次のランを開始します。</translation>
        </message>
        <message>
            <source>The chosen run will not start.</source>
            <translation>選択したランは開始されません。</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>上へ</translation>
        </message>
        <message>
            <source>Waiting runs</source>
            <translation>待機中のラン</translation>
        </message>
        <message>
            <source>Waiting runs: %1. Each starts when the one before has ended.</source>
            <translation>待機中のラン: %1。前のランが終わると順に開始します。</translation>
        </message>
        <message>
            <source>Waiting runs: %1. They stand still.</source>
            <translation>待機中のラン: %1。停止しています。</translation>
        </message>
        <message>
            <source>%1, seed %2 · %3</source>
            <translation>%1、シード %2 · %3</translation>
        </message>
        <message>
            <source>about %1</source>
            <translation>約 %1</translation>
        </message>
        <message>
            <source>All together %1</source>
            <translation>全ランの合計: %1</translation>
        </message>
        <message>
            <source>All done in %1</source>
            <translation>全ラン終了まで: %1</translation>
        </message>
        <message>
            <source>How long each run will take on this machine, judged by the last run's speed.</source>
            <translation>このマシンで各ランにかかる時間です。前回のランの速度から推定します。</translation>
        </message>
        <message>
            <source>Until the last waiting run has ended, with the rest of the run that is going on.</source>
            <translation>最後の待機中のランが終わるまでの時間です。学習中のランの残り時間を含みます。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::SeriesEditor</name>
        <message>
            <source>Each seed once more without pruning, after the others: what pruning cost is then known, and stands in header and report.</source>
            <translation>各シードについて、プルーニングなしのランも最後に実行します。プルーニングによる精度の差が分かり、ウィンドウ上部とレポートに示されます。</translation>
        </message>
        <message>
            <source>More seeds</source>
            <translation>追加のシード</translation>
        </message>
        <message>
            <source>The same experiment once more with each of these seeds, such as 2, 3 or 2-5: how far results differ by chance alone is then known.</source>
            <translation>同じ実験をこれらのシードでも実行します (例: 2, 3 または 2-5)。偶然によるばらつきの大きさが分かります。</translation>
        </message>
        <message>
            <source>These are no seeds: write whole numbers such as 2, 3 or 2-5, at most 100.</source>
            <translation>シードとして読み取れません。整数を 2, 3 または 2-5 のように、100 個以内で入力してください。</translation>
        </message>
        <message>
            <source>With a dense twin</source>
            <translation>プルーニングなしのランも実行</translation>
        </message>
        <message>
            <source>none</source>
            <translation>なし</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::StartFooter</name>
        <message>
            <source>Add to the queue</source>
            <translation>待機に追加</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>開始</translation>
        </message>
        <message>
            <source>Start %1 runs</source>
            <translation>%1 件のランを開始</translation>
        </message>
        <message>
            <source>Starts when the runs before it have ended.</source>
            <translation>前のランが終わると開始します。</translation>
        </message>
        <message>
            <source>Train and prune with this configuration.</source>
            <translation>この設定で学習とプルーニングを行います。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::PresetRow</name>
        <message>
            <source>Preset</source>
            <translation>プリセット</translation>
        </message>
        <message>
            <source>A configuration to start from; it fills every field below.</source>
            <translation>出発点となる設定です。下のすべての欄に値が入ります。</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>リセット</translation>
        </message>
        <message>
            <source>Sets every field back to the preset; changed fields are bold with a dot.</source>
            <translation>すべての欄をプリセットの値に戻します。変更した欄は太字と点で示されます。</translation>
        </message>
    </context>
<context>
    <name>LayersChart</name>
        <message>
            <source>Layers</source>
            <translation>層</translation>
        </message>
        <message>
            <source>%1 (%2 dashed)</source>
            <translation>%1 (%2は破線)</translation>
        </message>
        <message>
            <source>Lines or strip</source>
            <translation>線または帯</translation>
        </message>
        <message>
            <source>Automatic</source>
            <translation>自動</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>線</translation>
        </message>
        <message>
            <source>Strip</source>
            <translation>帯</translation>
        </message>
        <message>
            <source>Figure of the layers</source>
            <translation>層の指標</translation>
        </message>
        <message>
            <source>Which figure of each layer is shown.</source>
            <translation>各層について表示する指標を選びます。</translation>
        </message>
        <message>
            <source>A line for each layer, or a row of colours for each; by itself the chart has lines for up to %1 layers.</source>
            <translation>層ごとに 1 本の線、または 1 行の色の帯で表示します。自動の場合、%1 層までは線で表示します。</translation>
        </message>
        <message>
            <source>z %1</source>
            <translation>z %1</translation>
        </message>
    </context>
<context>
    <name>LayerFigures</name>
        <message>
            <source>Sparsity</source>
            <translation>スパース率</translation>
        </message>
        <message>
            <source>Sparsity by layer</source>
            <translation>層ごとのスパース率</translation>
        </message>
        <message>
            <source>How sparse every single layer is: pruned weights over all of its weights.</source>
            <translation>各層のスパース率です: プルーニング済みの重み ÷ 層の全重み。</translation>
        </message>
        <message>
            <source>Churn</source>
            <translation>入れ替わり</translation>
        </message>
        <message>
            <source>Churn by layer</source>
            <translation>層ごとのマスクの入れ替わり</translation>
        </message>
        <message>
            <source>How much of its mask a layer exchanges at a mask update: weights cut and weights revived, over all of its weights.</source>
            <translation>1 回のマスク更新で入れ替わる割合です: 除去された重みと復活した重みの合計 ÷ 層の全重み。</translation>
        </message>
        <message>
            <source>Update</source>
            <translation>更新量</translation>
        </message>
        <message>
            <source>Size of the update by layer</source>
            <translation>層ごとの更新量</translation>
        </message>
        <message>
            <source>How far a layer's weights move in one step: norm of the step's update over the norm of the weights.</source>
            <translation>1 ステップで層の重みがどれだけ動くかを示します: 更新のノルム ÷ 重みのノルム。</translation>
        </message>
    </context>
<context>
    <name>ResultText</name>
        <message>
            <source>Validation accuracy</source>
            <translation>検証精度</translation>
        </message>
        <message>
            <source>Sparsity</source>
            <translation>スパース率</translation>
        </message>
        <message>
            <source>Share of the prunable weights that are pruned: now, measured, and at the end if nobody steps in.</source>
            <translation>プルーニング対象の重みのうち、プルーニング済みの割合です。左は現在の実測値、右はこのまま続けた場合の最終値です。</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Passes over the training samples so far, and planned.</source>
            <translation>学習サンプル全体を何周したかと、計画した周回数です。</translation>
        </message>
        <message>
            <source>Time left</source>
            <translation>残り時間</translation>
        </message>
        <message>
            <source>Estimated from the speed of the last steps.</source>
            <translation>直近のステップの速さから推定した値です。</translation>
        </message>
        <message>
            <source>Test accuracy</source>
            <translation>テスト精度</translation>
        </message>
        <message>
            <source>No test evaluation was recorded.</source>
            <translation>テスト評価の記録がありません。</translation>
        </message>
        <message>
            <source>%1 (%2 to %3)</source>
            <translation>%1 (%2 ～ %3)</translation>
        </message>
        <message>
            <source>Measured on %1 test samples at epoch %2. In brackets the 95 % interval (Wilson), from the number of samples alone.</source>
            <translation>エポック %2 にテストサンプル %1 件で測定した値です。括弧内は、サンプルの件数だけから求めた 95 % 区間 (Wilson) です。</translation>
        </message>
        <message>
            <source>Share of the prunable weights that are pruned: achieved, measured, and the target that was asked for last.</source>
            <translation>プルーニング対象の重みのうち、プルーニング済みの割合です。左は達成値 (実測)、右は最後に指定された目標です。</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>What the network takes if its kept weights are stored sparse, estimated, of what it takes dense; values of 32 bits.</source>
            <translation>保持された重みをスパース形式で保存した場合のサイズ (推定) と、密な形式のサイズです。値は 32 ビットです。</translation>
        </message>
        <message>
            <source>Against dense</source>
            <translation>プルーニングなし比</translation>
        </message>
        <message>
            <source>What pruning cost is known once a dense run of the same experiment, with the same seed, has finished in this workspace.</source>
            <translation>同じシードの同じ実験をプルーニングなしで行ったランがこのワークスペースで完了すると、プルーニングによる精度低下が分かります。</translation>
        </message>
        <message>
            <source>Test accuracy less that of %1, the dense run of the same experiment.</source>
            <translation>同じ実験のプルーニングなしのラン %1 のテスト精度に対する差です。</translation>
        </message>
        <message>
            <source>%1 Reason: %2</source>
            <translation>%1 理由: %2</translation>
        </message>
        <message>
            <source>Deviations: %1.</source>
            <translation>計画との差異: %1 件。</translation>
        </message>
        <message>
            <source>Measured on the samples that are held back from training, at the end of the last epoch.</source>
            <translation>学習に使わないサンプルで、最後のエポックの終わりに測定した値です。</translation>
        </message>
        <message>
            <source>Root mean squared error over %1 test samples at epoch %2. In brackets the 95 % interval from its standard error, from the choice of samples alone.</source>
            <translation>エポック %2 でのテストサンプル %1 件の二乗平均平方根誤差です。括弧内は標準誤差による 95 % 信頼区間で、サンプルの選び方だけによるものです。</translation>
        </message>
        <message>
            <source>Test %1</source>
            <translation>テスト %1</translation>
        </message>
        <message>
            <source>Test RMSE less that of %1, the dense run of the same experiment.</source>
            <translation>テスト RMSE から、同じ実験の密なラン %1 のテスト RMSE を引いた値です。</translation>
        </message>
        <message>
            <source>Validation %1</source>
            <translation>検証 %1</translation>
        </message>
        <message>
            <source>Trains again, and compares, what is on record until step %1; then it goes on.</source>
            <translation>ステップ %1 までの記録を学習し直して照合し、その後に続きを学習します。</translation>
        </message>
    </context>
<context>
    <name>prunescope::ui::ResultCard</name>
        <message>
            <source>Run again</source>
            <translation>再実行</translation>
        </message>
        <message>
            <source>Prepares another run with the same settings; nothing is started yet.</source>
            <translation>同じ設定で新しいランを準備します。学習はまだ開始しません。</translation>
        </message>
        <message>
            <source>Explain</source>
            <translation>分析</translation>
        </message>
        <message>
            <source>Shows which weights the run has kept and which are pruned.</source>
            <translation>どの重みが保持され、どの重みがプルーニング済みかを表示します。</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>測定</translation>
        </message>
        <message>
            <source>Leads to the bench, which times this network as pruned on this machine.</source>
            <translation>ベンチマークを開きます。プルーニング後のこのネットワークの速さを、このマシンで測定します。</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>レポート</translation>
        </message>
        <message>
            <source>Writes the run's report, as PDF or as a web page with its numbers.</source>
            <translation>ランのレポートを、PDF または数値付きの Web ページとして書き出します。</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>再開</translation>
        </message>
        <message>
            <source>Goes on with this run from its last saved state: it ends in the same bits as one that was never interrupted.</source>
            <translation>最後に保存された状態からこのランを続けます。中断のなかったランとビット単位で同じ結果になります。</translation>
        </message>
        <message>
            <source>Goes on with this run to more epochs than it was asked for.</source>
            <translation>指定より多いエポック数まで学習を続けます。</translation>
        </message>
        <message>
            <source>Train longer…</source>
            <translation>学習を延長…</translation>
        </message>
    </context>
    <context>
        <name>WeightReason</name>
        <message>
            <source>It stays up to a sparsity of %1.</source>
            <translation>スパース率が %1 以下であれば保持されます。</translation>
        </message>
        <message>
            <source>It would come back at a sparsity of %1 or less.</source>
            <translation>スパース率が %1 以下であれば復活します。</translation>
        </message>
        <message>
            <source>Nothing has been pruned yet.</source>
            <translation>まだプルーニングされた重みはありません。</translation>
        </message>
        <message>
            <source>The masks that were chosen last cut it, and keep %1.</source>
            <translation>最後に選ばれたマスクはこの重みを除去し、%1 個を保持しています。</translation>
        </message>
        <message>
            <source>The masks that were chosen last keep it, and %1 in all.</source>
            <translation>最後に選ばれたマスクはこの重みを含む %1 個を保持しています。</translation>
        </message>
        <message>
            <source>This layer is never pruned, as was asked for.</source>
            <translation>この層は、指定によりプルーニングの対象外です。</translation>
        </message>
        <message>
            <source>This run prunes nothing.</source>
            <translation>このランはプルーニングを行いません。</translation>
        </message>
        <message>
            <source>Weights have moved since, or the method ranks otherwise.</source>
            <translation>その後に重みが変化したか、手法の順位付けが異なります。</translation>
        </message>
        <message>
            <source>the network</source>
            <translation>ネットワーク全体</translation>
        </message>
        <message>
            <source>|w| is now rank %1 of %2 in %3.</source>
            <translation>|w| の順位は現在、%3の %2 個中 %1 位です。</translation>
        </message>
        <message>
            <source>|w| is rank %1 of %2 in %3, of which %4 are kept.</source>
            <translation>|w| の順位は%3の %2 個中 %1 位で、%4 個が保持されています。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::NetworkLayers</name>
        <message>
            <source>%1, %2 pruned</source>
            <translation>%1、%2 プルーニング済み</translation>
        </message>
        <message>
            <source>%1: %2, %3 weights (%4)</source>
            <translation>%1: %2、重み %3 個 (%4)</translation>
        </message>
        <message>
            <source>%1: %2, gives %3</source>
            <translation>%1: %2、出力 %3</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::NetworkPage</name>
        <message>
            <source>%1: %2 parameters, %3 of them prunable weights</source>
            <translation>%1: パラメーター %2 個、うちプルーニング対象の重み %3 個</translation>
        </message>
        <message>
            <source>Layers from input to output</source>
            <translation>入力から出力までの層</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>ネットワーク</translation>
        </message>
        <message>
            <source>Graph</source>
            <translation>グラフ表示</translation>
        </message>
        <message>
            <source>How this network is built is not known here.</source>
            <translation>このネットワークの構成は、ここでは分かりません。</translation>
        </message>
        <message>
            <source>Shows every operation with its branches, and the shapes that flow between them.</source>
            <translation>すべての演算を分岐とともに表示し、その間を流れるデータの形状を示します。</translation>
        </message>
        <message>
            <source>The network as a graph</source>
            <translation>グラフで表したネットワーク</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ClassPanel</name>
        <message>
            <source>Reading the data set…</source>
            <translation>データセットを読み込み中…</translation>
        </message>
        <message>
            <source>Classes that are not shown: %1</source>
            <translation>表示していないクラス: %1</translation>
        </message>
        <message>
            <source>Pictures of %1</source>
            <translation>%1 の画像</translation>
        </message>
        <message>
            <source>%1 classes, each with %2 samples to train on</source>
            <translation>%1 クラス、学習サンプルは各 %2 件</translation>
        </message>
        <message>
            <source>%1 classes, each with %2 to %3 samples to train on</source>
            <translation>%1 クラス、学習サンプルは各 %2～%3 件</translation>
        </message>
        <message>
            <source>Samples for training / validation / test</source>
            <translation>サンプル数: 学習 / 検証 / テスト</translation>
        </message>
        <message>
            <source>%1: samples for training %2, for validation %3, for test %4</source>
            <translation>%1: 学習サンプル %2 件、検証サンプル %3 件、テストサンプル %4 件</translation>
        </message>
        <message>
            <source>What the data hold</source>
            <translation>データの内容</translation>
        </message>
        <message>
            <source>%1: a number from %2 to %3 %4, mean %5; splits are drawn from all samples alike</source>
            <translation>%1: %2 から %3 %4 の数値、平均 %5。分割はすべてのサンプルから抽出します</translation>
        </message>
        <message>
            <source>Histogram of the number to predict</source>
            <translation>予測する数値のヒストグラム</translation>
        </message>
    </context>
    <context>
        <name>MeasuredCells</name>
        <message>
            <source>The speed of this run was not measured.</source>
            <translation>このランの速度は測定していません。</translation>
        </message>
        <message>
            <source>The measurement of this run cannot be read: %1</source>
            <translation>このランの測定結果を読み込めません: %1</translation>
        </message>
        <message>
            <source>One sample takes %1 ms: median of %2 rounds, spread %3 to %4 ms.</source>
            <translation>サンプル 1 件の推論時間: %1 ms (%2 回の中央値、ばらつき %3 ～ %4 ms)。</translation>
        </message>
    </context>
    <context>
        <name>PairFigures</name>
        <message>
            <source>Epochs</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>%1 (%2 to %3)</source>
            <translation>%1 (%2 ～ %3)</translation>
        </message>
        <message>
            <source>%1 more</source>
            <translation>ほか %1 件</translation>
        </message>
        <message>
            <source>Smaller error, samples</source>
            <translation>誤差が小さいサンプル数</translation>
        </message>
        <message>
            <source>Right alone, samples</source>
            <translation>単独で正解したサンプル数</translation>
        </message>
    </context>
    <context>
        <name>ScatterAxis</name>
        <message>
            <source>Over sparsity</source>
            <translation>横軸: スパース率</translation>
        </message>
        <message>
            <source>Over bytes</source>
            <translation>横軸: サイズ</translation>
        </message>
        <message>
            <source>Over the time of one sample</source>
            <translation>横軸: サンプル 1 件の時間</translation>
        </message>
        <message>
            <source>%1 sparsity</source>
            <translation>スパース率 %1</translation>
        </message>
        <message>
            <source>%1 of weights</source>
            <translation>重みのサイズ %1</translation>
        </message>
        <message>
            <source>%1 ms for one sample</source>
            <translation>サンプル 1 件 %1 ms</translation>
        </message>
        <message>
            <source>No two groups of runs have the same sparsity.</source>
            <translation>同じスパース率のグループが 2 つ以上ありません。</translation>
        </message>
        <message>
            <source>No two groups of runs have the same size, to within 1 %.</source>
            <translation>サイズの差が 1 % 以内のグループが 2 つ以上ありません。</translation>
        </message>
        <message>
            <source>No two groups of runs take the same time, to within 5 %.</source>
            <translation>時間の差が 5 % 以内のグループが 2 つ以上ありません。</translation>
        </message>
        <message>
            <source>Left out, since their size is not known: %1.</source>
            <translation>サイズが不明のため除いたラン: %1 件。</translation>
        </message>
        <message>
            <source>Left out, since their speed was not measured: %1.</source>
            <translation>速度を測定していないため除いたラン: %1 件。</translation>
        </message>
        <message>
            <source>sparsity, more is better (achieved, measured)</source>
            <translation>スパース率、大きいほど良い (達成値、実測)</translation>
        </message>
        <message>
            <source>stored weights in kB, less is better (estimated)</source>
            <translation>重みのサイズ (kB)、小さいほど良い (推定)</translation>
        </message>
        <message>
            <source>time of one sample in ms, less is better (measured)</source>
            <translation>サンプル 1 件の時間 (ms)、小さいほど良い (実測)</translation>
        </message>
        <message>
            <source>%1 over sparsity</source>
            <translation>スパース率と%1</translation>
        </message>
        <message>
            <source>%1 over the bytes of the weights</source>
            <translation>重みのサイズと%1</translation>
        </message>
        <message>
            <source>%1 over the time of one sample</source>
            <translation>サンプル 1 件の推論時間と%1</translation>
        </message>
        <message>
            <source>No run is both sparser and better than one on the Pareto front.</source>
            <translation>パレートフロント上のランより、スパース率が高く結果も良いランはありません。</translation>
        </message>
        <message>
            <source>No run is both smaller and better than one on the Pareto front.</source>
            <translation>パレートフロント上のランより、サイズが小さく結果も良いランはありません。</translation>
        </message>
        <message>
            <source>No run is both faster and better than one on the Pareto front. Times of several machines are no measure of each other.</source>
            <translation>パレートフロント上のランより、速く結果も良いランはありません。異なるマシンで測定した時間は比較できません。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunPair</name>
        <message>
            <source>Tick exactly two runs to see here in what they differ. Ticked: %1.</source>
            <translation>ちょうど 2 件のランにチェックを入れると、その違いをここに表示します。チェック済み: %1 件。</translation>
        </message>
        <message>
            <source>Copy as CSV</source>
            <translation>CSV としてコピー</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>Settings that differ: %1</source>
            <translation>異なる設定: %1 件</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>結果</translation>
        </message>
        <message>
            <source>Results</source>
            <translation>結果の一覧</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>Reading the events…</source>
            <translation>イベントを読み込み中…</translation>
        </message>
        <message>
            <source>Not all events can be read: %1</source>
            <translation>読み込めないイベントがあります: %1</translation>
        </message>
        <message>
            <source>Events of one run that the other has not: %1</source>
            <translation>一方のランだけにあるイベント: %1 件</translation>
        </message>
        <message>
            <source>%1 beside %2</source>
            <translation>%1 と %2 の比較</translation>
        </message>
        <message>
            <source>Copies the three tables and what follows from them, for a spreadsheet.</source>
            <translation>3 つの表とその結論を、表計算ソフトに貼り付けられる形式でコピーします。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::LiveCurve</name>
        <message>
            <source>How sparse the network shall be over the run. Drag a handle, or choose one with Tab and move it with the arrow keys; Shift moves ten steps. Dragging snaps to halves of a percent; hold Alt for tenths. Enter asks for the reason, a second Enter applies, Esc gives up.</source>
            <translation>ラン全体でのネットワークのスパース率です。ハンドルをドラッグするか、Tab で選んで矢印キーで動かします。Shift で 10 ステップずつ移動します。ドラッグは 0.5 % 刻みで、Alt を押すと 0.1 % 刻みです。Enter で理由の入力に移り、もう一度 Enter で適用、Esc で取り消します。</translation>
        </message>
        <message>
            <source>Schedule in the chart</source>
            <translation>グラフ上のスケジュール</translation>
        </message>
        <message>
            <source>epoch %1, step %2</source>
            <translation>エポック %1、ステップ %2</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::DataFacts</name>
        <message>
            <source>%1 channels</source>
            <translation>%1 チャンネル</translation>
        </message>
        <message>
            <source>%1 numbers</source>
            <translation>数値 %1 個</translation>
        </message>
        <message>
            <source>%1 numbers from %2 columns</source>
            <translation>%2 列から得た数値 %1 個</translation>
        </message>
        <message>
            <source>%1 × %2 pixels</source>
            <translation>%1 × %2 画素</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1、%2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>%1; missing: %2</source>
            <translation>%1、欠損値: %2</translation>
        </message>
        <message>
            <source>A picture</source>
            <translation>1 枚の画像</translation>
        </message>
        <message>
            <source>A row</source>
            <translation>1 行</translation>
        </message>
        <message>
            <source>Columns that are not shown</source>
            <translation>表示していない列</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>除外</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>テスト</translation>
        </message>
        <message>
            <source>damaged files: %1 (%2)</source>
            <translation>破損したファイル %1 件 (%2)</translation>
        </message>
        <message>
            <source>drawn from the files to train on</source>
            <translation>学習用のファイルから抽出</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>グレー</translation>
        </message>
        <message>
            <source>in colour</source>
            <translation>カラー</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::PlaceButton</name>
        <message>
            <source>Choose a file</source>
            <translation>ファイルの選択</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>ファイルを選択…</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>フォルダーの選択</translation>
        </message>
        <message>
            <source>Choose a folder or a file</source>
            <translation>フォルダーまたはファイルを選択</translation>
        </message>
        <message>
            <source>Choose a folder…</source>
            <translation>フォルダーを選択…</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::HurtClasses</name>
        <message>
            <source>95 % interval</source>
            <translation>95 % 信頼区間</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>クラス</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>サンプル</translation>
        </message>
        <message>
            <source>Recall, first</source>
            <translation>再現率: 第 1</translation>
        </message>
        <message>
            <source>Recall, points</source>
            <translation>変化 (点)</translation>
        </message>
        <message>
            <source>Recall, pruned</source>
            <translation>再現率: 除去後</translation>
        </message>
        <message>
            <source>The whole interval lies below zero: this class lost recall beyond chance.</source>
            <translation>区間全体が 0 を下回ります。このクラスの再現率は偶然では説明できないほど低下しています。</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>グループ</translation>
        </message>
        <message>
            <source>Accuracy, points</source>
            <translation>変化 (点)</translation>
        </message>
        <message>
            <source>Accuracy, first</source>
            <translation>精度: 第 1</translation>
        </message>
        <message>
            <source>Accuracy, pruned</source>
            <translation>精度: 除去後</translation>
        </message>
        <message>
            <source>The whole interval lies below zero: this group lost accuracy beyond chance.</source>
            <translation>区間全体がゼロを下回っています。このグループは偶然の範囲を超えて精度を失いました。</translation>
        </message>
        <message>
            <source>The whole interval lies above zero: this group's RMSE grew beyond chance.</source>
            <translation>区間全体がゼロより上にあります。このグループの RMSE は偶然とはいえないほど増えました。</translation>
        </message>
        <message>
            <source>RMSE, change</source>
            <translation>RMSE の変化</translation>
        </message>
        <message>
            <source>RMSE, change (%1)</source>
            <translation>RMSE の変化 (%1)</translation>
        </message>
        <message>
            <source>RMSE, first</source>
            <translation>RMSE (第 1)</translation>
        </message>
        <message>
            <source>RMSE, pruned</source>
            <translation>RMSE (プルーニング済み)</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::HurtPage</name>
        <message>
            <source>Who is hurt</source>
            <translation>プルーニングの影響</translation>
        </message>
        <message>
            <source>This is told when the run has ended.</source>
            <translation>ランの終了後に表示されます。</translation>
        </message>
        <message>
            <source>The run and its data are being read.</source>
            <translation>ランとデータを読み込んでいます。</translation>
        </message>
        <message>
            <source>Nothing was pruned in this run.</source>
            <translation>このランではプルーニングが行われていません。</translation>
        </message>
        <message>
            <source>Only the pruned network is wrong</source>
            <translation>プルーニング済みのみが誤る画像</translation>
        </message>
        <message>
            <source>Classes by lost recall</source>
            <translation>再現率の低下が大きい順のクラス</translation>
        </message>
        <message>
            <source>Samples that only the pruned network gets wrong</source>
            <translation>プルーニング済みのネットワークだけが誤るサンプル</translation>
        </message>
        <message>
            <source>Sample %1 is of class %2; the pruned network takes it for %3, the first does not.</source>
            <translation>サンプル %1 の正解クラスは %2 です。プルーニング済みのネットワークは %3 と予測し、第 1 のネットワークは正解します。</translation>
        </message>
        <message>
            <source>Groups that lost most</source>
            <translation>低下が大きい順のグループ</translation>
        </message>
        <message>
            <source>Samples whose error grew most</source>
            <translation>誤差が最も増えたサンプル</translation>
        </message>
    </context>
    <context>
        <name>OptionText</name>
        <message>
            <source>Allowed: %1</source>
            <translation>指定できる値: %1</translation>
        </message>
        <message>
            <source>“%1” is not allowed</source>
            <translation>「%1」は指定できません</translation>
        </message>
        <message>
            <source>Give a percentage from %1 to below %2.</source>
            <translation>%1 以上 %2 未満のパーセント値を入力してください。</translation>
        </message>
        <message>
            <source>auto</source>
            <translation>自動</translation>
        </message>
        <message>
            <source>Allowed: a percentage from %1 to below %2</source>
            <translation>指定できる値: %1 以上 %2 未満のパーセント値</translation>
        </message>
    </context>
    <context>
        <name>NetworkText</name>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>gives %1</source>
            <translation>出力 %1</translation>
        </message>
        <message>
            <source>image</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>%1 parameters</source>
            <translation>パラメーター %1 個</translation>
        </message>
        <message>
            <source>%1 parameters · %2 MACs</source>
            <translation>パラメーター %1 個 · MAC %2</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::AugmentationPreview</name>
        <message>
            <source>Made by the code that training uses, with the run's seed: the run sees these.</source>
            <translation>学習と同じコードとランのシードで作ります。ランはこの画像で学習します。</translation>
        </message>
        <message>
            <source>Reading the data set…</source>
            <translation>データセットを読み込んでいます…</translation>
        </message>
        <message>
            <source>The first images of the run, varied</source>
            <translation>ランの最初の画像 (データ拡張後)</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::SavedFiles</name>
        <message>
            <source>Open</source>
            <translation>開く</translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>フォルダーを表示</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ReferencePicker</name>
        <message>
            <source>Nothing</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>%1 (not finished)</source>
            <translation>%1 (未完了)</translation>
        </message>
        <message>
            <source>Another run…</source>
            <translation>別のラン…</translation>
        </message>
        <message>
            <source>Run to compare with</source>
            <translation>比較するラン</translation>
        </message>
        <message>
            <source>A dense run of the same network and data set shows what pruning cost. There is none in this workspace: start one with the method dense, or choose a folder.</source>
            <translation>同じネットワークとデータセットをプルーニングなしで学習したランがあれば、プルーニングによる精度低下が分かります。このワークスペースにはありません。手法 dense で学習するか、フォルダーを選んでください。</translation>
        </message>
        <message>
            <source>A dense run of the same network and data set shows what pruning cost. One with as many epochs and the same seed is chosen by itself.</source>
            <translation>同じネットワークとデータセットをプルーニングなしで学習したランがあれば、プルーニングによる精度低下が分かります。エポック数とシードが同じランは自動的に選ばれます。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::NetworkPanel</name>
        <message>
            <source>kept</source>
            <translation>保持</translation>
        </message>
        <message>
            <source>Graph</source>
            <translation>グラフ表示</translation>
        </message>
        <message>
            <source>The network as a graph</source>
            <translation>グラフで表したネットワーク</translation>
        </message>
        <message>
            <source>A double click on a layer, or Enter, keeps it whole; a limit is typed in the list above.</source>
            <translation>層をダブルクリックするか Enter を押すと、その層全体を保持します。上限は上の一覧に入力します。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::FormTable</name>
        <message>
            <source>Not measured: this program does not run it.</source>
            <translation>実測値なし: このプログラムでは実行しません。</translation>
        </message>
        <message>
            <source>One sample on one thread, by the runtime library, measured.</source>
            <translation>ランタイムライブラリによる 1 スレッドでのサンプル 1 件の実測値。</translation>
        </message>
        <message>
            <source>One sample, measured on %1, imported.</source>
            <translation>%1 でのサンプル 1 件の実測値 (取り込み)。</translation>
        </message>
        <message>
            <source>Writes it where you say, once what was read back has answered as the run does.</source>
            <translation>読み戻した結果がランと同じ答えになることを確認してから、指定した場所に書き出します。</translation>
        </message>
        <message>
            <source>Form</source>
            <translation>形式</translation>
        </message>
        <message>
            <source>Bytes</source>
            <translation>サイズ</translation>
        </message>
        <message>
            <source>One sample</source>
            <translation>サンプル 1 件</translation>
        </message>
        <message>
            <source>Speed-up</source>
            <translation>高速化率</translation>
        </message>
        <message>
            <source>Forms that the network can be taken away in</source>
            <translation>ネットワークを持ち出せる形式</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>書き出し…</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::GrownErrors</name>
        <message>
            <source>Numbered from 0 in the order of the test set.</source>
            <translation>テストデータの順で 0 から始まる番号です。</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>サンプル</translation>
        </message>
        <message>
            <source>Error, growth</source>
            <translation>誤差の増加</translation>
        </message>
        <message>
            <source>Error, growth (%1)</source>
            <translation>誤差の増加 (%1)</translation>
        </message>
        <message>
            <source>True</source>
            <translation>真の値</translation>
        </message>
        <message>
            <source>First</source>
            <translation>第 1</translation>
        </message>
        <message>
            <source>Pruned</source>
            <translation>プルーニング済み</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>グループ</translation>
        </message>
    </context>
    <context>
        <name>TestQuality</name>
        <message>
            <source>Test %1</source>
            <translation>テスト %1</translation>
        </message>
        <message>
            <source>Test accuracy</source>
            <translation>テスト精度</translation>
        </message>
        <message>
            <source>%1, more is better (measured)</source>
            <translation>%1、大きいほど良い (実測)</translation>
        </message>
        <message>
            <source>%1, less is better (measured)</source>
            <translation>%1、小さいほど良い (実測)</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::StartPanel</name>
        <message>
            <source>The file is being looked into…</source>
            <translation>ファイルを確認しています…</translation>
        </message>
        <message>
            <source>It fills all %1 tensors of %2.</source>
            <translation>%2 のテンソル %1 個がすべて埋まります。</translation>
        </message>
        <message>
            <source>Passed over in the file: %1 (%2).</source>
            <translation>ファイル内の使用しないテンソル: %1 個 (%2)。</translation>
        </message>
    </context>
    <context>
        <name>TrainingChart</name>
        <message>
            <source>parent</source>
            <translation>分岐元</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::BranchLine</name>
        <message>
            <source>Branch of %1 from step %2. Network, data, batch and seed are those of that run; all else may be another from there on.</source>
            <translation>%1 のステップ %2 からの分岐。ネットワーク、データ、バッチ、シードは分岐元と同じです。それ以外はここから変更できます。</translation>
        </message>
        <message>
            <source>Makes it a new run that begins at its first step.</source>
            <translation>最初のステップから始まる新しいランにします。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>取り消す</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ForkDialog</name>
        <message>
            <source>A new run begins with a saved state of %1; that run stays as it is. With which one?</source>
            <translation>新しいランを %1 の保存された状態から始めます。元のランは変わりません。どの状態から始めますか?</translation>
        </message>
        <message>
            <source>Branch from here</source>
            <translation>ここから分岐</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
        <message>
            <source>Epoch</source>
            <translation>エポック</translation>
        </message>
        <message>
            <source>Saved states</source>
            <translation>保存された状態</translation>
        </message>
        <message>
            <source>Set up the branch</source>
            <translation>分岐を設定</translation>
        </message>
        <message>
            <source>Sparsity</source>
            <translation>スパース率</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>ステップ</translation>
        </message>
        <message>
            <source>Validation: %1</source>
            <translation>検証: %1</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::LineageActions</name>
        <message>
            <source>Branch from here…</source>
            <translation>ここから分岐…</translation>
        </message>
        <message>
            <source>Goes on with the run to more epochs than it was asked for.</source>
            <translation>指定より多いエポック数まで学習を続けます。</translation>
        </message>
        <message>
            <source>Prepares a run that begins with a saved state of this one, with other settings.</source>
            <translation>このランの保存された状態から、別の設定で始まるランを準備します。</translation>
        </message>
        <message>
            <source>Train longer</source>
            <translation>学習を延長</translation>
        </message>
        <message>
            <source>Train longer…</source>
            <translation>学習を延長…</translation>
        </message>
        <message>
            <source>Epochs in all, counted from the start of the run (%1 until now).</source>
            <translation>ランの開始から数えた全エポック数 (現在 %1)。</translation>
        </message>
        <message>
            <source>What was trained stays as it is. The learning rate goes on as in a run of the new length;</source>
            <translation>学習済みの部分は変わりません。学習率は新しい長さのランのものになり、</translation>
        </message>
        <message>
            <source>the schedule of the sparsity keeps its steps.</source>
            <translation>スパース率のスケジュールはステップのまま変わりません。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunMap</name>
        <message>
            <source>Map of the workspace</source>
            <translation>ワークスペースの系統図</translation>
        </message>
        <message>
            <source>No run that the table shows was branched from another. “Branch from here…” in the menu of a run prepares one.</source>
            <translation>表のランには、別のランから分岐したものがありません。ランのメニューの「ここから分岐…」で準備できます。</translation>
        </message>
        <message>
            <source>Runs with neither parent nor branch, which are not drawn: %1</source>
            <translation>分岐元も分岐もないラン (描かれません): %1</translation>
        </message>
        <message>
            <source>Who came from whom</source>
            <translation>ランの系統</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunMapPlot</name>
        <message>
            <source>%1 (not here)</source>
            <translation>%1 (ここにはありません)</translation>
        </message>
        <message>
            <source>Branched from %1 at step %2</source>
            <translation>%1 のステップ %2 から分岐</translation>
        </message>
        <message>
            <source>step 0</source>
            <translation>ステップ 0</translation>
        </message>
    </context>
</TS>
