import type { ViewId } from '../../shared/model/view-id.ts';
import type { FilePurpose } from '../../shared/contract/file-purpose.ts';
import type { Language } from '../../shared/model/language.ts';

export type MenuLanguage = Language;

export interface MenuTexts {
  readonly file: string;
  readonly newWorkbook: string;
  readonly openWorkbook: string;
  readonly importData: string;
  readonly saveCopy: string;
  readonly exportData: string;
  readonly exportXlsx: string;
  readonly exportCsv: string;
  readonly exportJson: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly views: Readonly<Record<ViewId, string>>;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly actualSize: string;
  readonly fullScreen: string;
  readonly developerTools: string;
  readonly otherLanguage: string;
  readonly help: string;
  readonly palette: string;
  readonly keyboardMap: string;
  readonly about: string;
  readonly startFailed: string;
  readonly fileKinds: Readonly<Record<FilePurpose, string>>;
}

/** Words of the native menu and dialogues. */
export const menuTexts: Readonly<Record<MenuLanguage, MenuTexts>> = {
  zh: {
    file: '文件',
    newWorkbook: '用内置数据新建…',
    openWorkbook: '打开…',
    importData: '导入…',
    saveCopy: '另存副本…',
    exportData: '导出数据',
    exportXlsx: 'Excel 工作簿…',
    exportCsv: 'CSV 表格…',
    exportJson: 'JSON 文件…',
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    view: '视图',
    views: {
      ranking: '排名与权重',
      scenarios: '情景',
      robustness: '稳健性',
      method: '方法',
      unit: '评价对象',
      data: '指标数据',
      brief: '简报',
    },
    zoomIn: '放大',
    zoomOut: '缩小',
    actualSize: '实际大小',
    fullScreen: '全屏',
    developerTools: '开发者工具',
    otherLanguage: 'English',
    help: '帮助',
    palette: '搜索与执行命令…',
    keyboardMap: '键盘操作一览',
    about: '关于衡模',
    startFailed: '衡模无法启动，详情见数据文件夹中的日志。',
    fileKinds: {
      'open-workbook': '工作簿',
      'create-workbook': '工作簿',
      'save-workbook': '工作簿',
      'save-pdf': 'PDF 文档',
      'save-xlsx': 'Excel 工作簿',
      'save-csv': 'CSV 表格',
      'save-json': 'JSON 文件',
      'save-svg': 'SVG 矢量图',
      'save-png': 'PNG 图片',
      'import-framework': '指标体系',
      'import-data': '数据表',
    },
  },
  en: {
    file: 'File',
    newWorkbook: 'New from Bundled Data…',
    openWorkbook: 'Open…',
    importData: 'Import…',
    saveCopy: 'Save a Copy…',
    exportData: 'Export Data',
    exportXlsx: 'Excel Workbook…',
    exportCsv: 'CSV Tables…',
    exportJson: 'JSON File…',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select All',
    view: 'View',
    views: {
      ranking: 'Ranking & Weights',
      scenarios: 'Scenarios',
      robustness: 'Robustness',
      method: 'Method',
      unit: 'Unit',
      data: 'Data',
      brief: 'Brief',
    },
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    actualSize: 'Actual Size',
    fullScreen: 'Full Screen',
    developerTools: 'Developer Tools',
    otherLanguage: '中文',
    help: 'Help',
    palette: 'Search and Run Commands…',
    keyboardMap: 'Keyboard Map',
    about: 'About Hengmo',
    startFailed: 'Hengmo cannot start. The log in its data folder has the details.',
    fileKinds: {
      'open-workbook': 'Workbook',
      'create-workbook': 'Workbook',
      'save-workbook': 'Workbook',
      'save-pdf': 'PDF document',
      'save-xlsx': 'Excel workbook',
      'save-csv': 'CSV table',
      'save-json': 'JSON file',
      'save-svg': 'SVG picture',
      'save-png': 'PNG picture',
      'import-framework': 'Framework',
      'import-data': 'Data table',
    },
  },
};
