<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
    <context>
        <name>ConfigCheck</name>
        <message>
            <source>There is no such folder. Choose one that has the data set's files, or leave the field empty.</source>
            <translation>そのフォルダーはありません。データセットのファイルがあるフォルダーを選ぶか、空欄のままにしてください。</translation>
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
    </context>
    <context>
        <name>Engine</name>
        <message>
            <source>the ramp would end at step %1, but the run is at step %2</source>
            <translation>ランプはステップ %1 で終わることになりますが、ランはすでにステップ %2 です</translation>
        </message>
        <message>
            <source>the mask would freeze at step %1, before the ramp ends at %2, so the target would not be reached</source>
            <translation>マスクの凍結 (ステップ %1) がランプの終了 (ステップ %2) より前になるため、目標に到達しません</translation>
        </message>
        <message>
            <source>the target %1 keeps %2 weights, but every layer keeping %3 needs %4</source>
            <translation>目標 %1 で保持される重みは %2 個ですが、各層で %3 個を保持するには %4 個必要です</translation>
        </message>
        <message>
            <source>the mask is frozen at %1 sparsity and cannot change to %2; unfreeze it first or move the freeze point past step %3</source>
            <translation>マスクはスパース率 %1 で凍結されており、%2 には変更できません。先に凍結を解除するか、凍結点をステップ %3 より後に移してください</translation>
        </message>
        <message>
            <source>the target %1 is below the %2 that is already frozen</source>
            <translation>目標 %1 は、すでに凍結されている %2 を下回っています</translation>
        </message>
        <message>
            <source>there is no prunable layer %1</source>
            <translation>プルーニング可能な層 %1 はありません</translation>
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
            <source>Share of the training images held back to decide with during the run.</source>
            <translation>ラン中の判断に使うために、学習画像から取り分けておく割合です。</translation>
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
            <translation>重みを選び、切除し、復活させる方法です。</translation>
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
            <translation>ランプの開始時に切除する重みの割合です。</translation>
        </message>
        <message>
            <source>Target sparsity</source>
            <translation>目標スパース率</translation>
        </message>
        <message>
            <source>Share of the prunable weights cut at the ramp's end.</source>
            <translation>ランプの終了時に切除されている、プルーニング可能な重みの割合です。</translation>
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
            <translation>バッチ正規化の再較正</translation>
        </message>
        <message>
            <source>Measure the batch-norm statistics anew at the end, since earlier ones saw other masks.</source>
            <translation>それまでの統計量は別のマスクのものなので、最後にバッチ正規化の統計量を測り直します。</translation>
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
            <source>Factor on the rate at each milestone (multi_step).</source>
            <translation>各マイルストーンで学習率に掛ける係数です (多段階)。</translation>
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
            <source>Passes over the training images.</source>
            <translation>学習画像全体を繰り返す回数です。</translation>
        </message>
        <message>
            <source>Batch size</source>
            <translation>バッチサイズ</translation>
        </message>
        <message>
            <source>Images per step.</source>
            <translation>1 ステップあたりの画像数です。</translation>
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
            <source>Gradual magnitude pruning (Zhu &amp; Gupta 2017): a weight that is cut stands still.</source>
            <translation>段階的な絶対値プルーニング (Zhu &amp; Gupta 2017)。切除された重みはそのまま動きません。</translation>
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
    </context>
    <context>
        <name>Presets</name>
        <message>
            <source>LeNet-5, MAP, 95 %</source>
            <translation>LeNet-5、MAP、95 %</translation>
        </message>
        <message>
            <source>The default: a small convolutional network loses 95 % of its weights.</source>
            <translation>既定の設定です。小さな畳み込みネットワークの重みの 95 % を切除します。</translation>
        </message>
        <message>
            <source>LeNet-300-100, MAP, 98 %</source>
            <translation>LeNet-300-100、MAP、98 %</translation>
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
            <translation>LeNet-5、密なベースライン</translation>
        </message>
        <message>
            <source>The same network without pruning, to compare with.</source>
            <translation>比較用の、プルーニングなしの同じネットワークです。</translation>
        </message>
        <message>
            <source>LeNet-5, GMP, 95 %</source>
            <translation>LeNet-5、GMP、95 %</translation>
        </message>
        <message>
            <source>The default run with gradual magnitude pruning, where cut weights stay cut.</source>
            <translation>既定のランを段階的な絶対値プルーニングで行います。切除された重みは復活しません。</translation>
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
            <translation>注意 A</translation>
        </message>
        <message>
            <source>Times cut or revived</source>
            <translation>切除・復活の回数</translation>
        </message>
        <message>
            <source>Revived last at step</source>
            <translation>最後に復活したステップ</translation>
        </message>
        <message>
            <source>Cut last at step</source>
            <translation>最後に切除されたステップ</translation>
        </message>
        <message>
            <source>Kernels</source>
            <translation>カーネル</translation>
        </message>
        <message>
            <source>Images</source>
            <translation>画像</translation>
        </message>
        <message>
            <source>Matrix</source>
            <translation>行列</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ChartPanel</name>
        <message>
            <source>Saves this chart as PNG, SVG or CSV.</source>
            <translation>このグラフを PNG、SVG、CSV のいずれかで保存します。</translation>
        </message>
        <message>
            <source>Save the chart %1</source>
            <translation>グラフ「%1」を保存</translation>
        </message>
        <message>
            <source>Save the chart</source>
            <translation>グラフを保存</translation>
        </message>
        <message>
            <source>PNG (*.png);;SVG (*.svg);;CSV (*.csv)</source>
            <translation>PNG (*.png);;SVG (*.svg);;CSV (*.csv)</translation>
        </message>
        <message>
            <source>%1: %2. Choose another folder or name.</source>
            <translation>%1: %2。別のフォルダーまたは名前を選んでください。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::CommandPalette</name>
        <message>
            <source>Find a command</source>
            <translation>コマンドを検索</translation>
        </message>
        <message>
            <source>Type a few letters, Enter does it</source>
            <translation>数文字入力し、Enter で実行</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::ExperimentPage</name>
        <message>
            <source>A run is going on. Stop it before you start another.</source>
            <translation>ランを実行中です。別のランを開始する前に停止してください。</translation>
        </message>
        <message>
            <source>The run is being prepared.</source>
            <translation>ランを準備しています。</translation>
        </message>
        <message>
            <source>Train and prune with this configuration.</source>
            <translation>この設定で学習とプルーニングを行います。</translation>
        </message>
        <message>
            <source>Mend the marked field to start: %1</source>
            <translation>開始するには、印の付いた欄を修正してください: %1</translation>
        </message>
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
        <message>
            <source>Start</source>
            <translation>開始</translation>
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
            <source>The run failed: %1. What was recorded until then is kept.</source>
            <translation>ランが失敗しました: %1。それまでの記録は残っています。</translation>
        </message>
        <message>
            <source>Open a run folder</source>
            <translation>ランのフォルダーを開く</translation>
        </message>
        <message>
            <source>no run</source>
            <translation>ランなし</translation>
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
            <source>Experiment</source>
            <translation>実験</translation>
        </message>
        <message>
            <source>Run</source>
            <translation>ラン</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>学習</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>重み</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>ファイル(&amp;F)</translation>
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
            <source>&amp;Help</source>
            <translation>ヘルプ(&amp;H)</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>テーマ</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>言語</translation>
        </message>
        <message>
            <source>Open a run…</source>
            <translation>ランを開く…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>終了</translation>
        </message>
        <message>
            <source>Find a command</source>
            <translation>コマンドを検索</translation>
        </message>
        <message>
            <source>Lists every command; type a few letters (Ctrl+K).</source>
            <translation>すべてのコマンドを一覧します。数文字入力して絞り込めます (Ctrl+K)。</translation>
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
            <source>Reset the layout</source>
            <translation>レイアウトをリセット</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>システムに合わせる</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>ライト</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>ダーク</translation>
        </message>
        <message>
            <source>&lt;p&gt;&lt;b&gt;Prunescope&lt;/b&gt; prunes a neural network while it trains.&lt;/p&gt;&lt;p&gt;Choose an experiment on the left and press Start. &lt;b&gt;Training&lt;/b&gt; shows accuracy, sparsity, attention and churn as they are measured; &lt;b&gt;Weights&lt;/b&gt; shows which weights go.&lt;/p&gt;</source>
            <translation>&lt;p&gt;&lt;b&gt;Prunescope&lt;/b&gt; は、ニューラルネットワークを学習中にプルーニングします。&lt;/p&gt;&lt;p&gt;左側で実験を選び、「開始」を押してください。&lt;b&gt;学習&lt;/b&gt;では、精度、スパース率、注意、入れ替わりを測定と同時に表示し、&lt;b&gt;重み&lt;/b&gt;では、どの重みが切除されるかを表示します。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>The run %1 was cut off at epoch %2. Everything recorded until then is kept: open it with Ctrl+O.</source>
            <translation>ラン %1 はエポック %2 で中断されました。それまでの記録はすべて残っています。Ctrl+O で開けます。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::OptionEditor</name>
        <message>
            <source>Allowed: %1</source>
            <translation>指定できる値: %1</translation>
        </message>
        <message>
            <source>usual places</source>
            <translation>通常の場所</translation>
        </message>
        <message>
            <source>none</source>
            <translation>なし</translation>
        </message>
        <message>
            <source>Choose the folder</source>
            <translation>フォルダーを選択</translation>
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
            <source>Starts a run with the experiment on the left (Ctrl+Enter).</source>
            <translation>左側の実験でランを開始します (Ctrl+Enter)。</translation>
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
            <source>Fixes which weights are kept: exploration ends, exploitation begins (Ctrl+F). Once more lets the mask move again.</source>
            <translation>保持する重みを固定します。探索が終わり、活用が始まります (Ctrl+F)。もう一度押すと、マスクが再び更新されます。</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunController</name>
        <message>
            <source>A run is going on. Stop it before you start another.</source>
            <translation>ランを実行中です。別のランを開始する前に停止してください。</translation>
        </message>
        <message>
            <source>A run is going on. Stop it before you open another.</source>
            <translation>ランを実行中です。別のランを開く前に停止してください。</translation>
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
            <source>%1 images/s (measured)</source>
            <translation>%1 画像/秒 (実測)</translation>
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
    </context>
    <context>
        <name>prunescope::ui::SummaryPanel</name>
        <message>
            <source>Parameters</source>
            <translation>パラメーター数</translation>
        </message>
        <message>
            <source>Prunable weights</source>
            <translation>プルーニング可能な重み</translation>
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
            <translation>プルーニングで切除できる重み、つまり畳み込み層と全結合層の重みです。</translation>
        </message>
        <message>
            <source>Multiplications with addition that one image takes without pruning, in one forward pass.</source>
            <translation>プルーニングなしで、画像 1 枚の順伝播 1 回に必要な積和演算の回数です。</translation>
        </message>
        <message>
            <source>How long the run will take on this machine, judged by the last run's speed.
multiply-accumulates × 3 × images × epochs ÷ speed</source>
            <translation>このマシンでのランの所要時間を、前回のランの速度から見積もったものです。
積和演算数 × 3 × 画像数 × エポック数 ÷ 速度</translation>
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
            <source>Here you watch accuracy, sparsity, attention and churn while a network prunes itself. Choose an experiment on the left and start it.</source>
            <translation>ネットワークがプルーニングされていく間の精度、スパース率、注意、入れ替わりをここで見られます。左側で実験を選び、開始してください。</translation>
        </message>
        <message>
            <source>Start the experiment</source>
            <translation>実験を開始</translation>
        </message>
        <message>
            <source>Accuracy</source>
            <translation>精度</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>損失</translation>
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
            <source>Time axis</source>
            <translation>時間軸</translation>
        </message>
        <message>
            <source>Smoothing</source>
            <translation>平滑化</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>指標</translation>
        </message>
        <message>
            <source>Weight of the past in the moving average of the training curve (debiased EMA).</source>
            <translation>学習曲線の移動平均における過去の値の重みです (バイアス補正付き EMA)。</translation>
        </message>
        <message>
            <source>What the horizontal axis counts; process time leaves pauses out.</source>
            <translation>横軸の単位です。処理時間には一時停止中の時間を含みません。</translation>
        </message>
        <message>
            <source>Sparsity per layer</source>
            <translation>層ごとのスパース率</translation>
        </message>
        <message>
            <source>Shows how sparse every single layer is: pruned weights over all of its weights.</source>
            <translation>各層のスパース率、つまり層の全重みに対するプルーニング済みの重みの割合を表示します。</translation>
        </message>
        <message>
            <source>Reset zoom</source>
            <translation>ズームをリセット</translation>
        </message>
        <message>
            <source>Shows the whole run again; the wheel zooms, dragging moves, a double click resets.</source>
            <translation>ラン全体の表示に戻します。ホイールで拡大・縮小、ドラッグで移動、ダブルクリックでリセットします。</translation>
        </message>
        <message>
            <source>Loss (validation; train faint)</source>
            <translation>損失 (検証、学習は淡色)</translation>
        </message>
        <message>
            <source>Accuracy (validation; train faint)</source>
            <translation>精度 (検証、学習は淡色)</translation>
        </message>
        <message>
            <source>train, raw</source>
            <translation>学習 (生の値)</translation>
        </message>
        <message>
            <source>train, smoothed</source>
            <translation>学習 (平滑化)</translation>
        </message>
        <message>
            <source>test</source>
            <translation>テスト</translation>
        </message>
        <message>
            <source>validation</source>
            <translation>検証</translation>
        </message>
        <message>
            <source>Sparsity (requested dashed)</source>
            <translation>スパース率 (要求値は破線)</translation>
        </message>
        <message>
            <source>requested</source>
            <translation>要求値</translation>
        </message>
        <message>
            <source>achieved</source>
            <translation>実現値</translation>
        </message>
        <message>
            <source>Attention strength by layer (floor dashed)</source>
            <translation>層ごとの注意強度 (下限は破線)</translation>
        </message>
        <message>
            <source>floor %1</source>
            <translation>下限 %1</translation>
        </message>
        <message>
            <source>Churn: weights cut and revived at each mask update</source>
            <translation>入れ替わり: マスク更新ごとに切除・復活した重み</translation>
        </message>
        <message>
            <source>cut</source>
            <translation>切除</translation>
        </message>
        <message>
            <source>revived</source>
            <translation>復活</translation>
        </message>
        <message>
            <source>Change of phase</source>
            <translation>フェーズの切り替え</translation>
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
            <translation>切除直後</translation>
        </message>
        <message>
            <source>just revived</source>
            <translation>復活直後</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::WeightsPage</name>
        <message>
            <source>&amp;Layer</source>
            <translation>層(&amp;L)</translation>
        </message>
        <message>
            <source>Layer</source>
            <translation>層</translation>
        </message>
        <message>
            <source>The layer whose weights are shown.</source>
            <translation>重みを表示する層です。</translation>
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
            <source>How the weights are laid out: each kernel or input image by itself, or all as one matrix with a row for each output.</source>
            <translation>重みの並べ方です。カーネルまたは入力画像ごとに分けるか、出力ごとに 1 行とする 1 つの行列として並べます。</translation>
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
            <source>Zoom in</source>
            <translation>拡大</translation>
        </message>
        <message>
            <source>Zoom in (+)</source>
            <translation>拡大 (+)</translation>
        </message>
        <message>
            <source>Fit</source>
            <translation>全体表示</translation>
        </message>
        <message>
            <source>Show the whole layer (0)</source>
            <translation>層全体を表示 (0)</translation>
        </message>
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
            <source>Start</source>
            <translation>開始</translation>
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
            <source>This run ended before its weights were written. Its curves and events are in Training and Audit.</source>
            <translation>このランは、重みが書き出される前に終わりました。曲線とイベントは「学習」と「監査」にあります。</translation>
        </message>
        <message>
            <source>The weights cannot be read</source>
            <translation>重みを読み込めません</translation>
        </message>
        <message>
            <source>Point at a weight, or press Enter in the picture, to see all that is known of it.</source>
            <translation>重みにポインターを合わせるか、図の上で Enter を押すと、その重みの全情報を表示します。</translation>
        </message>
    </context>
</TS>
