import { type Exam, fine, wrong } from './exam.ts';

const needed = 24;

/** The runtime; `launch.ts` hands over to the one that came with the program where the machine's is older. */
export const nodeVersion: Exam = {
  name: 'node',
  title: { 'zh-CN': '运行环境', en: 'runtime' },
  async examine() {
    const { node } = process.versions;
    const system = `${process.platform} ${process.arch}`;
    if (Number(node.split('.')[0]) >= needed)
      return [fine(`Node.js ${node}（${system}）`, `Node.js ${node} (${system})`)];
    return [
      wrong(
        { 'zh-CN': `Node.js ${node} 太旧`, en: `Node.js ${node} is too old` },
        { 'zh-CN': `请安装 Node.js ${needed} 或更高版本`, en: `install Node.js ${needed} or later` },
      ),
    ];
  },
};
