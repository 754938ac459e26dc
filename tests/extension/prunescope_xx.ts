<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="xx" sourcelanguage="en">
    <context>
        <name>Language</name>
        <message>
            <source>English</source>
            <translation>Toyish</translation>
        </message>
        <message>
            <source>Noto Sans CJK JP</source>
            <translation>Toy Sans</translation>
        </message>
    </context>
    <context>
        <name>ToyPage</name>
        <message>
            <source>Toy</source>
            <translation>Yot</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::WindowPages</name>
        <message>
            <source>Train</source>
            <translation>Niart</translation>
        </message>
    </context>
    <context>
        <name>prunescope::ui::RunActions</name>
        <message>
            <source>Start</source>
            <translation>Trats</translation>
        </message>
    </context>
</TS>
